internal import Values

/// The bytes of a file, known to be UTF-8 text that shows every character it holds.
struct YAMLText {
  /// Without a byte order mark.
  let bytes: [UInt8]
  /// The same text by characters, as libyaml counts them.
  let characters: [Unicode.Scalar]
  /// Just after the last character.
  private let end: Place

  /// - Parameters:
  ///   - given: Any bytes.
  ///   - file: The name that places get.
  /// - Throws: `yaml-too-large`, `yaml-encoding` or `yaml-control-character` with its place.
  init(_ given: [UInt8], file: String?) throws(Failure) {
    guard given.count <= YAML.largestSize else {
      throw Failure(
        .yamlTooLarge, ["size": .int(given.count), "most": .int(YAML.largestSize)],
        at: Place(file: file, line: 1, column: 1))
    }
    bytes = given.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(given.dropFirst(3)) : given
    var reader = TextReader(file: file)
    characters = try reader.read(bytes)
    end = reader.place
  }

  /// Where a mark stands; libyaml puts the end of a text on a line of its own, we do not.
  func place(_ mark: YAMLMark) -> Place {
    guard mark.index < characters.count else { return end }
    return Place(file: end.file, line: mark.line + 1, column: mark.column + 1)
  }

  /// The character at an index; nil after the end.
  subscript(index: Int) -> Unicode.Scalar? {
    characters.indices.contains(index) ? characters[index] : nil
  }
}

/// Decodes UTF-8 strictly and counts lines and columns from 1.
private struct TextReader {
  let file: String?
  private var line = 1
  private var column = 1
  private var isAfterReturn = false

  init(file: String?) { self.file = file }

  mutating func read(_ bytes: [UInt8]) throws(Failure) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(bytes.count)
    var decoder = Unicode.UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return characters
      case .error: throw Failure(.yamlEncoding, at: place)
      case .scalarValue(let character):
        try check(character)
        characters.append(character)
        count(character)
      }
    }
  }

  var place: Place { Place(file: file, line: line, column: column) }

  private mutating func count(_ character: Unicode.Scalar) {
    let isReturn = character == "\r"
    if character == "\n", isAfterReturn {
      // The second half of one line break.
    } else if character == "\n" || isReturn {
      line += 1
      column = 1
    } else {
      column += 1
    }
    isAfterReturn = isReturn
  }

  private func check(_ character: Unicode.Scalar) throws(Failure) {
    guard character.isHidden else { return }
    let digits = String(character.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    throw Failure(.yamlControlCharacter, ["character": .text(name)], at: place)
  }
}

extension Unicode.Scalar {
  /// Whether it could make a rule read differently from what it says, since nobody sees it.
  ///
  /// Controls, the line breaks that only some programs know, byte order marks, what has no width, and the marks
  /// that turn the direction of writing ("Trojan Source", CVE-2021-42574). The joiners stay, which some
  /// scripts and emoji need.
  var isHidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2064, 0xE0000...0xE007F: true
    default: false
    }
  }
}
