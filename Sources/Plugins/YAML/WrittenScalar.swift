/// A scalar as it is written: from which character of the file each character of its value comes.
///
/// Source: the scanner of libyaml 0.2.5 (`scanner.c`), which reads the value itself; this follows its
/// steps and keeps the way back.
struct WrittenScalar {
  /// One for each character of the value, and one for its end.
  private(set) var indices: [Int] = []
  private var value = String.UnicodeScalarView()
  private let characters: [Unicode.Scalar]
  private let end: Int
  private var position: Int
  /// The break at the end of a block that drops it: the value ends before.
  private var lastBreak: Int?

  /// Follows a scalar; nil when the characters do not read as the value.
  ///
  /// - Parameters:
  ///   - characters: The whole file.
  ///   - range: Of the scalar, an anchor before it included.
  ///   - text: The value that was read.
  init?(_ characters: [Unicode.Scalar], _ range: Range<Int>, reading text: String) {
    guard range.upperBound <= characters.count else { return nil }
    self.characters = characters
    (position, end) = (range.lowerBound, range.upperBound)
    skipAnchor()
    guard read(text), String(value) == text else { return nil }
    indices.append(lastBreak ?? min(position, end))
  }

  private mutating func read(_ text: String) -> Bool {
    switch current {
    case "'", "\"": quoted(by: characters[position])
    case "|", ">": return block(text, isLiteral: characters[position] == "|")
    default: plain()
    }
    return true
  }

  private var current: Unicode.Scalar? { position < end ? characters[position] : nil }

  private mutating func skipAnchor() {
    guard current == "&" else { return }
    while let character = current, character.value > 0x20 { position += 1 }
    while let character = current, character.value <= 0x20 || character == "#" {
      if character == "#" {
        while let next = current, !next.isBreak { position += 1 }
      } else {
        position += 1
      }
    }
  }

  private mutating func append(_ character: Unicode.Scalar, from index: Int) {
    value.append(character)
    indices.append(index)
  }

  /// Takes one line break; CR and LF together are one.
  private mutating func takeBreak() {
    let isPair = current == "\r" && position + 1 < end && characters[position + 1] == "\n"
    position += isPair ? 2 : 1
  }
}

extension Unicode.Scalar {
  fileprivate var isBreak: Bool { self == "\n" || self == "\r" }
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

// MARK: - Plain and quoted

extension WrittenScalar {
  private mutating func plain() {
    while let character = current {
      if character.isBlank || character.isBreak {
        fold(isEscaped: false)
      } else {
        append(character, from: position)
        position += 1
      }
    }
  }

  private mutating func quoted(by quote: Unicode.Scalar) {
    position += 1
    while let character = current {
      let next = position + 1 < end ? characters[position + 1] : nil
      if character == quote {
        guard quote == "'", next == "'" else { return }
        append("'", from: position)
        position += 2
      } else if quote == "\"", character == "\\" {
        escape(next)
      } else if character.isBlank || character.isBreak {
        fold(isEscaped: false)
      } else {
        append(character, from: position)
        position += 1
      }
    }
  }

  private mutating func escape(_ letter: Unicode.Scalar?) {
    if letter?.isBreak == true {
      position += 1
      takeBreak()
      return fold(isEscaped: true)
    }
    let start = position
    position += 2
    let length = letter.flatMap { Self.digits[$0] } ?? 0
    let code = characters[min(position, end)..<min(position + length, end)].reduce(UInt32(0)) {
      $0 << 4 | ($1.properties.numericType == nil ? $1.value & 0x1F + 9 : $1.value & 0xF)
    }
    position += length
    let known = letter.flatMap { Self.escapes[$0] } ?? letter ?? "\\"
    append(length > 0 ? Unicode.Scalar(code) ?? "?" : known, from: start)
  }

  private static let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{B}",
    "f": "\u{C}", "r": "\r", "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}",
    "P": "\u{2029}",
  ]

  /// Blanks and breaks between two parts: the blanks of one line stay, a break becomes a space,
  /// further breaks stay.
  private mutating func fold(isEscaped: Bool) {
    var blanks: [Int] = []
    var breaks: [Int] = []
    while let character = current, character.isBlank || character.isBreak {
      if character.isBreak {
        breaks.append(position)
        takeBreak()
      } else {
        if breaks.isEmpty, !isEscaped { blanks.append(position) }
        position += 1
      }
    }
    if isEscaped {
      for index in breaks { append("\n", from: index) }
    } else if let first = breaks.first {
      if breaks.count == 1 { append(" ", from: first) }
      for index in breaks.dropFirst() { append("\n", from: index) }
    } else {
      for index in blanks { append(characters[index], from: index) }
    }
  }
}

// MARK: - Blocks

extension WrittenScalar {
  /// What a block does with the line breaks at its end.
  private enum Chomping {
    case clip, strip, keep
  }

  /// Tries each indentation that the block may have, the likeliest first, until it reads as the text.
  private mutating func block(_ text: String, isLiteral: Bool) -> Bool {
    position += 1
    var chomping = Chomping.clip
    while let character = current, !character.isBreak {
      if character == "-" { chomping = .strip }
      if character == "+" { chomping = .keep }
      if character == "#" { break }
      position += 1
    }
    while let character = current, !character.isBreak { position += 1 }
    if current != nil { takeBreak() }
    let start = position
    for indent in indents(from: start) {
      (position, value, indices) = (start, String.UnicodeScalarView(), [])
      lines(indent: indent, chomping, isLiteral: isLiteral)
      if String(value) == text { return true }
    }
    return false
  }

  /// The columns of the first line that is not empty, from its first character down.
  private func indents(from start: Int) -> [Int] {
    var (index, column, most) = (start, 0, 1)
    while index < end {
      if characters[index].isBreak {
        column = 0
      } else if characters[index] == " " {
        column += 1
        most = max(most, column)
      } else {
        break
      }
      index += 1
    }
    return Array((1...most).reversed())
  }

  private mutating func lines(indent: Int, _ chomping: Chomping, isLiteral: Bool) {
    var leading: Int?
    var wasBlank = false
    var empty = emptyLines(indent: indent)
    while let character = current, isAtContent(indent) {
      let isBlank = character.isBlank
      if !isLiteral, let index = leading, !wasBlank, !isBlank {
        if empty.isEmpty { append(" ", from: index) }
      } else if let index = leading {
        append("\n", from: index)
      }
      for index in empty { append("\n", from: index) }
      wasBlank = isBlank
      content()
      leading = current == nil ? nil : position
      if leading != nil { takeBreak() }
      empty = emptyLines(indent: indent)
    }
    if chomping == .strip { lastBreak = leading }
    if chomping != .strip, let leading { append("\n", from: leading) }
    if chomping == .keep { for index in empty { append("\n", from: index) } }
  }

  private mutating func content() {
    while let character = current, !character.isBreak {
      append(character, from: position)
      position += 1
    }
  }

  /// Whether the position is just behind the indentation of a line.
  private func isAtContent(_ indent: Int) -> Bool {
    position >= indent && characters[(position - indent)..<position].allSatisfy { $0 == " " }
      && (position == indent || characters[position - indent - 1].isBreak)
  }

  /// Passes indentation and the breaks of lines with nothing else; gives the breaks.
  private mutating func emptyLines(indent: Int) -> [Int] {
    var breaks: [Int] = []
    var column = 0
    while let character = current {
      if character == " ", column < indent {
        column += 1
        position += 1
      } else if character.isBreak {
        breaks.append(position)
        takeBreak()
        column = 0
      } else {
        break
      }
    }
    return breaks
  }
}
