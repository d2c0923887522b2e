internal import Publishing
internal import Values

/// What every command understands, wherever on the line it stands.
struct GlobalOptions: Equatable, Sendable {
  private let arguments: [String: Argument]

  init(_ arguments: [String: Argument] = [:]) { self.arguments = arguments }

  var names: [String] { arguments.keys.sorted() }

  /// Every command understands these.
  private static let common: [Parameter] = [
    .option("network", .text, short: "C"),
    .option("output", .choice(OutputFormat.allCases.map(\.rawValue)), short: "o"),
    .flag("json"),
    .flag("csv"),
    .option("lang", .choice(Language.allCases.map(\.rawValue))),
    .option("color", .choice(["auto", "always", "never"])),
    .flag("quiet", short: "q"),
    .flag("verbose", short: "v"),
    .flag("no-input"),
    .flag("help", short: "h"),
  ]

  /// Commands that read understand these too.
  private static let reading: [Parameter] = [
    .option("as-of", .day),
    .option("known-at", .text),
    .option("fields", .list),
    .option("filter", .text).repeatable,
    .option("sort", .text),
    .option("limit", .number),
  ]

  /// Commands that record an act understand these too.
  private static let recording: [Parameter] = [
    .flag("dry-run", short: "n"),
    .flag("yes", short: "y"),
    .option("effective", .partialDay),
    .option("as", .text),
    .option("key", .text),
    .option("note", .text),
  ]

  /// All of them, in the order in which help shows them.
  static let parameters = common + reading + recording

  /// Whether an option means something to a command; one that does not is refused, not passed over.
  static func suits(_ name: String, _ effect: Command.Effect) -> Bool {
    let foreign = effect == .reads ? recording : reading
    return !foreign.contains { $0.name == name }
  }

  /// Whether every command of an effect understands an option with the name of a parameter, such as `output`.
  static func takesName(of parameter: Parameter, _ effect: Command.Effect) -> Bool {
    parameters.contains { $0.name == parameter.name } && suits(parameter.name, effect)
  }

  /// The value given for one of the parameters.
  func value(of parameter: Parameter) -> Argument? { arguments[parameter.name] }

  /// The directory of the network; nil when the command should look for it.
  var network: String? { arguments["network"]?.text }
  /// Who acts; nil for the person of the account.
  var actor: String? { arguments["as"]?.text }
  var asOf: Day? { arguments["as-of"]?.day }
  /// A day, a moment or a position of the log, as written.
  var knownAt: String? { arguments["known-at"]?.text }
  var fields: [String] { arguments["fields"]?.items ?? [] }
  var filters: [String] { arguments["filter"]?.items ?? [] }
  var sort: String? { arguments["sort"]?.text }
  var limit: Int? { arguments["limit"]?.number }
  var language: Language? { arguments["lang"].flatMap { Language(tag: $0.text) } }
  var color: String { arguments["color"]?.text ?? "auto" }
  var isQuiet: Bool { arguments["quiet"] != nil }
  var isVerbose: Bool { arguments["verbose"] != nil }
  var isDryRun: Bool { arguments["dry-run"] != nil }
  var saysYes: Bool { arguments["yes"] != nil }
  var takesNoInput: Bool { arguments["no-input"] != nil }
  var key: String? { arguments["key"]?.text }
  var effective: PartialDay? { arguments["effective"]?.partialDay }
  var note: String? { arguments["note"]?.text }

  /// `--json` and `--csv` are short for `--output`.
  var format: OutputFormat {
    if arguments["json"] != nil { return .json }
    if arguments["csv"] != nil { return .csv }
    return arguments["output"].flatMap { OutputFormat(rawValue: $0.text) } ?? .table
  }
}
