package import Values

/// What a copy of a network says of itself, in its file `copy.json`: what was copied, and which names may not sign.
///
/// A copy cannot know what the original signed after it was made. So a network that stands on a copy never signs
/// under a name that a key had in it; a key under a new name is an event, and the beginning of a new origin.
package struct CopyMark: Equatable, Sendable {
  package static let file = "copy.json"
  private static let form = "acta-copy/1"
  private static let maximumBytes = 1 << 20

  package let log: EntryID
  /// The last event.
  package let position: Int64
  package let commands: Int64
  package let leaves: Int64
  package let head: Digest
  package let root: Digest
  package let made: Instant
  /// The names of all keys that the log names.
  package let names: [String]

  package init(of log: Log, _ found: Verification, names: [String], made: Instant) throws {
    guard let head = found.head, let root = found.root, found.isWhole else {
      throw Failure(.copyUnfit, ["part": .word("copy.log")])
    }
    self.log = log.id
    (position, commands, leaves) = (found.events, found.commands, found.leaves)
    (self.head, self.root, self.made) = (head, root, made)
    self.names = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a verified log is the one that was copied.
  package func fits(_ found: Verification, of id: EntryID) -> Bool {
    found.isWhole && id == log && found.events == position && found.commands == commands
      && found.leaves == leaves && found.head == head && found.root == root
  }

  package var text: String {
    let json: JSON = [
      "form": .text(Self.form), "log": .text(log.description), "position": .int(position),
      "commands": .int(commands), "leaves": .int(leaves), "head": .text(head.hex),
      "root": .text(root.hex), "made": .text(made.description), "names": .texts(names),
    ]
    return json.pretty + "\n"
  }

  /// Reads what `text` gives; nil for anything else.
  package init?(_ text: String) {
    guard let json = try? JSON(parsing: text), json["form"]?.text == Self.form,
      let log = json["log"]?.text.flatMap({ EntryID(uuid: $0) }),
      let position = json["position"]?.int, let commands = json["commands"]?.int,
      let leaves = json["leaves"]?.int, let head = json["head"]?.text.flatMap({ Digest(hex: $0) }),
      let root = json["root"]?.text.flatMap({ Digest(hex: $0) }),
      let made = json["made"]?.text.flatMap({ Instant($0) }),
      let names = json["names"]?.list?.map(\.text), !names.contains(nil)
    else { return nil }
    self.log = log
    (self.position, self.commands, self.leaves) = (position, commands, leaves)
    (self.head, self.root, self.made) = (head, root, made)
    self.names = names.compactMap(\.self)
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  // MARK: In a folder

  /// The mark of a folder; nil for a network that is no copy.
  ///
  /// - Throws: `copy-unfit` for a file that this program did not write: without it nobody knows who may sign.
  package static func read(in directory: String) throws -> CopyMark? {
    let path = "\(directory)/\(file)"
    guard Folder.holds(path) else { return nil }
    guard let bytes = DurableFile.read(path, atMost: maximumBytes),
      let mark = String(utf8: bytes.span).flatMap({ CopyMark($0) })
    else { throw Failure(.copyUnfit, ["part": .word("copy.mark")]) }
    return mark
  }

  /// Writes the mark of a folder, in the place of an older one.
  package func write(in directory: String) throws {
    try DurableFile.replace("\(directory)/\(Self.file)", Array(text.utf8), in: directory)
  }

  static func checkMaySign(_ name: String, in directory: String) throws {
    guard let mark = try read(in: directory), mark.names.contains(name) else { return }
    throw Failure(
      .originClosed, ["origin": .text(name), "leaves": .text("\(mark.leaves)")])
  }
}
