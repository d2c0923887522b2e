internal import Governance
internal import Values

/// One command of the tree: a noun, mostly with a verb, what it takes, and what it does.
///
/// Its words for people are in the catalogues: `command.NOUN.VERB` is the summary, one line.
struct Command: Sendable {
  /// The part of the overview in which the command stands, in the order of the overview.
  enum Group: String, CaseIterable, Sendable {
    case start
    case everyDay = "every-day"
    case knowWho = "know-who"
    case work
    case ask
    case out
    case found
    case run
  }

  /// What the command does to the log.
  enum Effect: Sendable {
    /// Reads, or writes nothing but views and files named by the person.
    case reads
    /// Records an act: asks for what is missing on a terminal, takes `--dry-run`.
    case records
  }

  let noun: String
  /// Nil for a command that is one word, such as `verify`.
  let verb: String?
  let group: Group
  let effect: Effect
  let parameters: [Parameter]
  /// Lines that can be pasted, each beginning with `admin`.
  let examples: [String]
  /// What the act would do, for the page where answers are checked; nil when not said.
  var preview: (@Sendable (Invocation, Session) throws -> Preview)?
  /// Groups of parameters of which at most one group is given.
  var alternatives: [[String]] = []
  /// What the header of the sheet may name that the command reads; empty for one that reads none.
  var columns: [SheetColumn] = []
  let run: @Sendable (Invocation, Session) throws -> ExitStatus

  /// `member admit`, or `verify`.
  var name: String { ([noun] + (verb.map { [$0] } ?? [])).joined(separator: " ") }

  /// The key of the summary in the catalogue.
  var summaryKey: String { "command." + name.split(separator: " ").joined(separator: ".") }

  var positionals: [Parameter] { parameters.filter(\.isPositional) }
  var options: [Parameter] { parameters.filter { !$0.isPositional } }

  /// The parameters that make no sense beside a parameter: those of alternatives that it is no part of.
  func excluded(by name: String) -> Set<String> {
    let own = alternatives.filter { $0.contains(name) }
    guard !own.isEmpty else { return [] }
    return Set(alternatives.joined()).subtracting(own.joined())
  }

  func parameter(named name: String) -> Parameter? { parameters.first { $0.name == name } }
}
