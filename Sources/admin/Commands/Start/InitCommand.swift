internal import EventStore
internal import Plugins
internal import Publishing
internal import Values

/// `admin init`: the folder of a new network, from a template and a founder's answers.
enum InitCommand {
  static let command = Command(
    noun: "init", verb: nil, group: .start, effect: .reads,
    parameters: [
      .positional("folder"), .option("template", .text), .option("answers", .text),
    ],
    examples: [
      "admin init --template plenary-of-states rlpa",
      "admin init --template blank --answers answers.yaml rlpa",
    ]
  ) { invocation, session in
    let folder = try invocation.required("folder")
    guard !NetworkFolder.holdsNetwork(folder) else {
      throw Failure(.networkExists, ["folder": .text(folder)])
    }
    let draft = try draft(invocation, session)
    try NewFiles.makeFolder(folder)
    try NewFiles.write(draft.network, to: "\(folder)/network.yaml")
    if let cases = draft.cases { try NewFiles.write(cases, to: "\(folder)/cases.yaml") }
    if let founding = draft.founding {
      try NewFiles.write(founding, to: "\(folder)/founding.yaml")
      try NewFiles.write(PluginSchema.json.pretty + "\n", to: "\(folder)/\(PluginSchema.file)")
    }
    try tell(folder, draft, session)
    return .done
  }

  /// The texts of the files to be written.
  private struct Draft {
    let network: String
    /// The worked cases; nil when the template has none.
    var cases: String?
    /// The acts that admit the founding members; nil when the file is a plugin of its own.
    var founding: String?
  }

  private static func draft(_ invocation: Invocation, _ session: Session) throws -> Draft {
    let known = PluginFile.templates()
    let name = try invocation.text("template") ?? askTemplate(known, session)
    if let template = known.first(where: { $0.name == name || $0.reference == name }) {
      return try draft(from: template, invocation, session)
    }
    guard FileBytes.exists(name), name.contains("/") || name.contains(".") else {
      throw Failure(
        .templateUnknown,
        [
          "found": .text(name), "known": .list(known.map(\.name)),
          "nearest": .text(Suggestion.word(to: name, among: known.map(\.name)) ?? ""),
        ])
    }
    let bytes = try YAMLFile.bytes(name)
    _ = try PluginFile.load(
      path: name, templates: [RulesCommands.folder(of: name) + "/templates"])
    let cases = Trial.casesFile(beside: name)
    return Draft(
      network: String(decoding: bytes, as: UTF8.self),
      cases: FileBytes.exists(cases)
        ? String(decoding: try YAMLFile.bytes(cases), as: UTF8.self) : nil)
  }

  private static func askTemplate(_ known: [Template], _ session: Session) throws -> String {
    guard session.canAsk else {
      throw Failure(
        .optionMissing, ["command": .text("init"), "options": .list(["--template"])])
    }
    let parameter = Parameter.option("template", .choice(known.map(\.name))).required
    let question = Question(
      title: session.catalogue.text("ask.init.template"), parameter: parameter)
    return try Conversation(session, [question], showsPage: false).answers()[0]?.text ?? ""
  }

  private static func draft(
    from template: Template, _ invocation: Invocation, _ session: Session
  ) throws -> Draft {
    let today = try Circumstances(session, zone: nil).today
    let answers: Node
    if let file = invocation.text("answers") {
      answers = try YAMLFile.read(file)
    } else if session.canAsk {
      answers = try FoundersQuestions(template, session).answers()
    } else {
      throw Failure(.optionMissing, ["command": .text("init"), "options": .list(["--answers"])])
    }
    let instance = try TemplateInstance.make(template, answers: answers, today: today)
    let rules = try PluginFile.load(text: instance.text, file: "network.yaml").rules
    let cases = try FoundingCases(
      template, under: rules, remark: session.catalogue.text("init.case-changed"))
    let network = PluginSchema.editorLine + "\n" + instance.text
    return Draft(
      network: network, cases: cases?.text, founding: FoundingActs(instance, rules).text)
  }

  private static func tell(_ folder: String, _ draft: Draft, _ session: Session) throws {
    let written = [
      ("network.yaml", true), ("cases.yaml", draft.cases != nil),
      ("founding.yaml", draft.founding != nil), (PluginSchema.file, draft.founding != nil),
    ]
    let files = written.filter(\.1).map(\.0)
    try session.show(["folder": .text(folder), "files": .texts(files)])
    guard !session.globals.isQuiet else { return }
    session.say("answer.next")
    let place = ShellWord.quoted(folder)
    var steps = ["lint"] + (draft.cases == nil ? [] : ["test"]) + ["apply --founding"]
    if draft.founding != nil { steps.append("import \(place)/founding.yaml") }
    for step in steps { session.terminal.writeError("  admin -C \(place) \(step)\n") }
  }
}
