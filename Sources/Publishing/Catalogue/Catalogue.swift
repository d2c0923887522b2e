package import Values

/// The sentences of one language, found by key.
///
/// ```swift
/// let catalogue = Catalogue(.portuguese)
/// catalogue.text("exit.done")  // "feito"
/// ```
///
/// The file is one line a text, `key = text`, sorted by the bytes of the key, with `#` for comments
/// and `\n` for a line break inside a text. A look-up is a binary search in the bytes: nothing is
/// parsed at the start, so that a short command stays short.
package struct Catalogue: Sendable {
  package let language: Language
  private let bytes: TextBytes

  /// The catalogue compiled into the program.
  package init(_ language: Language) {
    self.language = language
    bytes = TextBytes(compiledIn: "catalogue/\(language.rawValue)") ?? TextBytes(copying: [])
  }

  /// A catalogue from the bytes of its file.
  package init(_ language: Language, bytes: [UInt8]) {
    self.language = language
    self.bytes = TextBytes(copying: bytes)
  }

  /// The text of a key with its placeholders filled; `[key]` when the catalogue does not have it.
  ///
  /// A missing text is a defect that a test finds; it is never a reason to stop.
  package func text(_ key: String, _ values: [String: Failure.Value] = [:]) -> String {
    message(key)?.text(values, in: self) ?? "[\(key)]"
  }

  /// A text that does not come from the catalogue, such as a network's own, with its places filled.
  package func text(ofTemplate template: String, _ values: [String: Failure.Value]) -> String {
    Self.message(template).text(values, in: self)
  }

  /// The text of a key taken apart; nil when there is none.
  ///
  /// One that cannot be taken apart stands as it is written: a test finds it, and it stops nobody.
  package func message(_ key: String) -> Message? {
    template(key).map(Self.message)
  }

  private static func message(_ template: String) -> Message {
    do throws(Message.Fault) {
      return try Message(template)
    } catch {
      return Message(plain: template)
    }
  }

  /// The text of a key as it stands in the file, placeholders unfilled; nil when there is none.
  package func template(_ key: String) -> String? {
    let wanted = Array(key.utf8)
    var lower = 0
    var upper = bytes.count
    while lower < upper {
      let middle = lineStart(before: lower + (upper - lower) / 2, notBefore: lower)
      guard let line = entry(from: middle), line.start < upper else {
        upper = middle
        continue
      }
      switch bytes.order(of: line.start..<line.keyEnd, beside: wanted) {
      case .equal: return Self.unescaped(bytes.copy(line.textStart..<line.end))
      case .before: lower = min(line.end + 1, bytes.count)
      case .after: upper = line.start
      }
    }
    return nil
  }

  /// Every key, in the order of the file.
  package var keys: [String] {
    var keys: [String] = []
    var start = 0
    while let line = entry(from: start) {
      keys.append(String(decoding: bytes.copy(line.start..<line.keyEnd), as: UTF8.self))
      start = line.end + 1
    }
    return keys
  }
}

// MARK: - Lines

extension Catalogue {
  /// One line of the file, as offsets of its bytes.
  private struct Entry {
    let start: Int
    let keyEnd: Int
    let textStart: Int
    let end: Int
  }

  private func lineStart(before offset: Int, notBefore lower: Int) -> Int {
    var start = offset
    while start > lower, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The first line with a key at or after the start of a line; comments and blank lines are passed.
  private func entry(from start: Int) -> Entry? {
    var start = start
    while start < bytes.count {
      let end =
        bytes.firstIndex(in: start..<bytes.count) { $0 == UInt8(ascii: "\n") } ?? bytes.count
      if bytes[start] != UInt8(ascii: "#"), let entry = entry(start: start, end: end) {
        return entry
      }
      start = end + 1
    }
    return nil
  }

  private func entry(start: Int, end: Int) -> Entry? {
    guard let sign = bytes.firstIndex(in: start..<end, where: { $0 == UInt8(ascii: "=") }) else {
      return nil
    }
    let space = UInt8(ascii: " ")
    var keyEnd = sign
    while keyEnd > start, bytes[keyEnd - 1] == space { keyEnd -= 1 }
    let textStart = bytes.firstIndex(in: (sign + 1)..<end) { $0 != space } ?? end
    return Entry(start: start, keyEnd: keyEnd, textStart: textStart, end: end)
  }

  private static func unescaped(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        text.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
