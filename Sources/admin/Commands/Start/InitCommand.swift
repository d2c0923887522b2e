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
    guard !folder.isEmpty else {
      throw Failure(.optionMissing, ["command": .text("init"), "options": .list(["FOLDER"])])
    }
    guard !NetworkFolder.holdsNetwork(folder) else {
      throw Failure(.networkExists, ["folder": .text(folder)])
    }
    let draft = try draft(invocation, session)
    try NewFiles.makeFolder(folder)
    try NewFiles.write(draft.network, to: "\(folder)/network.yaml")
    if let template = draft.template {
      try NewFiles.makeFolder("\(folder)/templates")
      try NewFiles.write(template.text, to: "\(folder)/templates/\(template.name).yaml")
    }
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
    /// The founder's own template, which the network keeps beside its rules; nil for one of the program's.
    var template: Template?
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
    if PluginFile.isTemplate(bytes) {
      return try draft(fromTemplateIn: name, known, invocation, session)
    }
    guard !invocation.has("answers") else { throw Failure(.answersUnasked, ["file": .text(name)]) }
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
    let language = session.catalogue.language.rawValue
    let captions = known.map { ($0.name, $0.title.text(in: language, else: ["en"])) }
    let question = Question(
      title: session.catalogue.text("ask.init.template"), parameter: parameter,
      captions: Dictionary(captions) { $1 })
    return try Conversation(session, [question], showsPage: false).answers()[0]?.text ?? ""
  }

  /// From a founder's own template, which must be found again by its name.
  private static func draft(
    fromTemplateIn file: String, _ known: [Template], _ invocation: Invocation,
    _ session: Session
  ) throws -> Draft {
    let base = file.split(separator: "/").last ?? ""
    let stem = base.hasSuffix(".yaml") ? String(base.dropLast(5)) : String(base)
    guard !known.contains(where: { $0.name == stem }) else {
      throw Failure(.templateNameTaken, ["file": .text(file), "name": .text(stem)])
    }
    let folder = RulesCommands.folder(of: file)
    let template = try PluginFile.template(named: stem, folders: [folder])
    guard template.name == stem else {
      throw Failure(.templateMisnamed, ["file": .text(file), "name": .text(template.name)])
    }
    var draft = try draft(from: template, in: [folder], invocation, session)
    draft.template = template
    return draft
  }

  private static func draft(
    from template: Template, in folders: [String] = [], _ invocation: Invocation,
    _ session: Session
  ) throws -> Draft {
    let today = try Circumstances(session, zone: nil).today
    let answers: Node
    if let file = invocation.text("answers") {
      answers = try readAnswers(file)
    } else if session.canAsk {
      answers = try FoundersQuestions(template, session, today: today).answers()
    } else {
      throw Failure(.optionMissing, ["command": .text("init"), "options": .list(["--answers"])])
    }
    let instance = try TemplateInstance.make(
      template, answers: answers, today: today, words: DraftWords.init(language:))
    let rules = try PluginFile.load(
      text: instance.text, file: "network.yaml", templates: folders
    ).rules
    let cases = try FoundingCases(
      template, under: rules, remark: session.catalogue.text("init.case-changed"))
    let network = PluginSchema.editorLine + "\n" + instance.text
    return Draft(
      network: network, cases: cases?.text, founding: FoundingActs(instance, rules).text)
  }

  /// The answers of a file; a fault of its YAML is told with its place, as any other fault in it.
  private static func readAnswers(_ file: String) throws -> Node {
    do throws(Failure) {
      return try YAMLFile.read(file)
    } catch {
      guard error.place != nil else { throw error }
      let findings = Findings()
      findings.add(error)
      throw PluginRefused(findings)
    }
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
