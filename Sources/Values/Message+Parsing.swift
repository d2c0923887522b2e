extension Message {
  /// Takes a text apart.
  ///
  /// - Throws: The first thing that is wrong with it.
  package init(_ text: String) throws(Fault) {
    var parser = MessageParser(scalars: Array(text.unicodeScalars))
    self = try parser.whole()
  }
}

/// Reads a message from its scalars, from left to right and each once.
private struct MessageParser {
  let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  /// Whether `#` is the number of a plural here.
  private var isInPlural = false

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func whole() throws(Message.Fault) -> Message {
    let message = try parts()
    guard index == scalars.count else { throw Message.Fault(.unopened, at: index) }
    return message
  }

  /// Everything up to the end or to the brace that closes this form.
  private mutating func parts() throws(Message.Fault) -> Message {
    var parts: [Message.Part] = []
    var text = String.UnicodeScalarView()
    func endText() {
      if !text.isEmpty { parts.append(.text(String(text))) }
      text.removeAll()
    }
    while let scalar = next, scalar != "}" {
      if scalar == "'" {
        text.append(contentsOf: quoted())
      } else if scalar == "{" {
        endText()
        parts.append(try placeholder())
      } else if scalar == "#", isInPlural {
        endText()
        parts.append(.number)
        index += 1
      } else {
        text.append(scalar)
        index += 1
      }
    }
    endText()
    return Message(parts: parts)
  }

  /// What an apostrophe stands for, or what it quotes.
  private mutating func quoted() -> [Unicode.Scalar] {
    index += 1
    if next == "'" {
      index += 1
      return ["'"]
    }
    guard let first = next, first == "{" || first == "}" || (first == "#" && isInPlural) else {
      return ["'"]
    }
    var plain: [Unicode.Scalar] = []
    while let scalar = next {
      index += 1
      guard scalar == "'" else {
        plain.append(scalar)
        continue
      }
      guard next == "'" else { break }
      plain.append("'")
      index += 1
    }
    return plain
  }

  private mutating func placeholder() throws(Message.Fault) -> Message.Part {
    let start = index
    index += 1
    let name = try word()
    guard next != "}" else {
      index += 1
      return .value(name)
    }
    try take(",", openedAt: start)
    skipSpaces()
    let kindStart = index
    let kind = try word()
    guard kind == "plural" || kind == "select" else {
      throw Message.Fault(.kindUnknown, at: kindStart)
    }
    try take(",", openedAt: start)
    guard depth < Message.greatestDepth else { throw Message.Fault(.tooDeep, at: start) }
    depth += 1
    defer { depth -= 1 }
    return kind == "plural" ? try plural(name, start) : try select(name, start)
  }

  private mutating func plural(_ name: String, _ start: Int) throws(Message.Fault) -> Message.Part {
    var exact: [Int: Message] = [:]
    var forms: [PluralClass: Message] = [:]
    let outer = isInPlural
    isInPlural = true
    defer { isInPlural = outer }
    while let form = try formName(openedAt: start) {
      let message = try self.form()
      if form.name.first == "=", let number = Int(form.name.dropFirst()), exact[number] == nil {
        exact[number] = message
      } else if let wanted = PluralClass(rawValue: form.name), forms[wanted] == nil {
        forms[wanted] = message
      } else {
        throw Message.Fault(.formUnfit, at: form.offset)
      }
    }
    guard forms[.other] != nil else { throw Message.Fault(.otherMissing, at: start) }
    return .plural(name, exact: exact, forms: forms)
  }

  private mutating func select(_ name: String, _ start: Int) throws(Message.Fault) -> Message.Part {
    var forms: [String: Message] = [:]
    while let form = try formName(openedAt: start) {
      guard forms[form.name] == nil, form.name.first != "=" else {
        throw Message.Fault(.formUnfit, at: form.offset)
      }
      forms[form.name] = try self.form()
    }
    guard forms["other"] != nil else { throw Message.Fault(.otherMissing, at: start) }
    return .select(name, forms: forms)
  }

  /// The name of the next form; nil after the brace that ends them.
  private mutating func formName(
    openedAt start: Int
  ) throws(Message.Fault) -> (name: String, offset: Int)? {
    skipSpaces()
    guard let scalar = next else { throw Message.Fault(.unclosed, at: start) }
    if scalar == "}" {
      index += 1
      return nil
    }
    let offset = index
    if scalar == "=" { index += 1 }
    let name = String(String.UnicodeScalarView(scalars[index..<wordEnd()]))
    guard !name.isEmpty else { throw Message.Fault(.formUnfit, at: offset) }
    index += name.unicodeScalars.count
    return ((scalar == "=" ? "=" : "") + name, offset)
  }

  private mutating func form() throws(Message.Fault) -> Message {
    skipSpaces()
    let start = index
    guard next == "{" else { throw Message.Fault(.formUnfit, at: index) }
    index += 1
    let message = try parts()
    guard next == "}" else { throw Message.Fault(.unclosed, at: start) }
    index += 1
    return message
  }

  /// A name with the spaces around it.
  private mutating func word() throws(Message.Fault) -> String {
    skipSpaces()
    let end = wordEnd()
    guard end > index else { throw Message.Fault(.nameUnfit, at: index) }
    let word = String(String.UnicodeScalarView(scalars[index..<end]))
    index = end
    skipSpaces()
    return word
  }

  private func wordEnd() -> Int {
    scalars[index...].firstIndex { !Self.isOfName($0) } ?? scalars.count
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, openedAt start: Int
  ) throws(Message.Fault) {
    guard let found = next else { throw Message.Fault(.unclosed, at: start) }
    guard found == scalar else { throw Message.Fault(.nameUnfit, at: index) }
    index += 1
  }

  private mutating func skipSpaces() {
    while let scalar = next, scalar == " " || scalar == "\n" { index += 1 }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar == "-")
  }
}
