internal import Values

/// The digests of the files in an archive, in a file of their own.
///
/// The log proves itself; of a draft, a paper or a note nobody would notice that a letter is another one.
struct ArchiveSums: Equatable {
  static let file = "sums.json"

  /// By the name of each file but the log and this one.
  private(set) var digests: [String: Digest] = [:]

  init() {}

  mutating func note(_ name: String, _ bytes: some Sequence<UInt8>) {
    digests[name] = Digest.sha256(bytes)
  }

  var text: String {
    let names = digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let fields = names.map { ($0, JSON.text(digests[$0]?.hex ?? "")) }
    return JSON.object(JSON.Fields(fields)).pretty + "\n"
  }

  /// Reads what `text` gives; nil for anything else.
  init?(_ text: String) {
    guard let members = (try? JSON(parsing: text))?.fields?.members else { return nil }
    for member in members {
      guard let digest = member.value.text.flatMap({ Digest(hex: $0) }) else { return nil }
      digests[member.name] = digest
    }
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }
}
