internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// Every version of the rules that a log has, by digest: its name, and what it cites.
struct RulesVersions {
  private var names: [String: String] = [:]
  private var texts: [String: [String: String]] = [:]
  private var sentences: [String: GuardSentences] = [:]

  /// The versions that were adopted; a log without any is no failure.
  init(_ log: Log) throws {
    var position: Int64 = 0
    while true {
      let page = try log.events(ofType: "rules.adopted", after: position, limit: Log.maximumPage)
      for event in page { take(event) }
      guard let last = page.last else { return }
      position = last.position
    }
  }

  /// The same with rules that are not adopted.
  func with(_ draft: Rules) -> RulesVersions {
    var copy = self
    copy.texts[RulesName(draft).digest.hex] = draft.basis
    return copy
  }

  private mutating func take(_ event: RecordedEvent) {
    guard let digest = event.data["digest"]?.text else { return }
    names[digest] = "\(event.stream.id)@\(event.data["version"]?.text ?? "")"
    sentences[digest] = GuardSentences(event.data["rules"] ?? .null)
    let members = event.data["rules"]?["basis"]?.fields?.members ?? []
    texts[digest] = Dictionary(members.map { ($0.name, $0.value.text ?? "") }) { $1 }
  }

  /// `ejcn@1.0.0#` and the whole digest; nil for rules that were not adopted.
  func name(of digest: Digest?) -> String? {
    digest.flatMap { digest in names[digest.hex].map { "\($0)#\(digest.hex)" } }
  }

  /// The same with the first twelve digits, for a line that people read.
  func shortName(of digest: Digest?) -> String? {
    digest.flatMap { digest in names[digest.hex].map { "\($0)#\(digest.hex.prefix(12))" } }
  }

  /// What rules cite, by key; empty for rules that are not known.
  func basis(of digest: Digest?) -> [String: String] { digest.flatMap { texts[$0.hex] } ?? [:] }

  /// What the guards of some rules say; nothing for rules that are not known.
  func guards(of digest: Digest?) -> GuardSentences {
    digest.flatMap { sentences[$0.hex] } ?? GuardSentences()
  }
}
