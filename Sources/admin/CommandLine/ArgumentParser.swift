internal import Publishing
internal import Values

/// Reads the words after `admin`.
///
/// The grammar is `[GLOBAL] NOUN VERB [ID] [OPTIONS]`: global options may stand anywhere, the
/// options of a command after its noun and verb. A value that has a place may be given by its name too.
/// `--name value` and `--name=value` are the same;
/// after `--` every word stands for itself. A word that is not known is never guessed at.
struct ArgumentParser {
  /// What the words ask for.
  enum Request {
    case run(Invocation)
    /// Help on the words, which may be none, a noun, a noun and a verb.
    case help([String], GlobalOptions)
    /// Nothing was asked: help, but as a mistake, so that `admin member && x` does not go on.
    case nothing([String], GlobalOptions)

    var globals: GlobalOptions {
      switch self {
      case .run(let invocation): invocation.globals
      case .help(_, let globals), .nothing(_, let globals): globals
      }
    }
  }

  private let tree: CommandTree
  private var rest: ArraySlice<String>
  private var words: [String] = []
  private var command: Command?
  private var given: [String: [Argument]] = [:]
  private var globals: [String: [Argument]] = [:]

  private init(_ words: [String], in tree: CommandTree) {
    self.tree = tree
    rest = words[...]
  }

  /// Reads a whole line.
  ///
  /// - Parameters:
  ///   - words: The arguments after the program's name.
  ///   - tree: The commands that there are.
  /// - Returns: What to do; required options may still be missing.
  /// - Throws: A failure with exit status 64 that names the word and the nearest right one.
  static func request(_ words: [String], in tree: CommandTree) throws(Failure) -> Request {
    var parser = ArgumentParser(words, in: tree)
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "-h" || $0 == "--help" }) {
      return .help(parser.topic(), GlobalOptions())
    }
    return try parser.request()
  }

  /// The language that the words ask for, read before all else so that a mistake is told in it.
  static func language(in words: [String]) -> Language? {
    let words = words.prefix { $0 != "--" }
    for (word, next) in zip(words, words.dropFirst()) where word == "--lang" {
      return Language(rawValue: next)
    }
    return words.lazy.filter { $0.hasPrefix("--lang=") }
      .compactMap { Language(rawValue: String($0.dropFirst(7))) }.first
  }

  /// Whether the words ask for JSON, in any of its spellings; read before all else too.
  static func asksForJSON(_ words: [String]) -> Bool {
    let words = words.prefix { $0 != "--" }
    let pairs = zip(words, words.dropFirst())
    return words.contains { ["--json", "--output=json", "-ojson"].contains($0) }
      || pairs.contains { ($0 == "-o" || $0 == "--output") && $1 == "json" }
  }

  /// The noun and the verb among the words, as far as they are known.
  private func topic() -> [String] {
    let plain = rest.prefix { $0 != "--" }.filter { !$0.hasPrefix("-") && $0 != "help" }
    guard let noun = plain.first(where: tree.nouns.contains) else { return [] }
    let verb = plain.first { tree.verbs(of: noun).contains($0) }
    return [noun] + (verb.map { [$0] } ?? [])
  }

  private mutating func request() throws(Failure) -> Request {
    while let word = rest.popFirst() {
      if word == "--" {
        while let word = rest.popFirst() { try take(word: word) }
      } else if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2))
      } else if word.hasPrefix("-"), word != "-" {
        try takeShort(word)
      } else {
        try take(word: word)
      }
    }
    let globals = GlobalOptions(globals.compactMapValues(Self.joined))
    if words.first == "help" { return .help(Array(words.dropFirst()), globals) }
    guard let command else { return .nothing(words, globals) }
    for name in globals.names where !GlobalOptions.suits(name, command.effect) {
      throw Failure(
        .optionUnsuited, ["option": .text("--\(name)"), "command": .text(command.name)])
    }
    return .run(Invocation(command: command, arguments: given, globals: globals))
  }

  private static func joined(_ values: [Argument]) -> Argument? {
    values.count > 1 ? .list(values.flatMap(\.items)) : values.first
  }
}

// MARK: - Words

extension ArgumentParser {
  private mutating func take(word: String) throws(Failure) {
    if let command {
      guard isVerb(word, after: command) else { return try place(word, in: command) }
    }
    words.append(word)
    guard let noun = words.first, noun != "help" else { return }
    guard tree.hasNoun(noun) else {
      throw unknown(noun, .nounUnknown, among: tree.nouns + ["help"])
    }
    if words.count == 1 {
      command = tree.command(noun, nil)
    } else if let found = tree.command(noun, word) {
      command = found
    } else {
      if word == "help" {
        words = ["help", noun]
        return
      }
      throw unknown(word, .verbUnknown, among: tree.verbs(of: noun))
    }
  }

  /// Whether a word goes on with the name of a command, as `members` does after `import`.
  private func isVerb(_ word: String, after command: Command) -> Bool {
    command.verb == nil && words.count == 1 && given.isEmpty
      && tree.command(command.noun, word) != nil
  }

  private func unknown(_ word: String, _ code: Failure.Code, among candidates: [String]) -> Failure
  {
    Failure(
      code,
      [
        "found": .text(word), "noun": .text(words.first ?? ""), "known": .list(candidates),
        "nearest": .text(Suggestion.word(to: word, among: candidates) ?? ""),
      ])
  }

  private mutating func place(_ word: String, in command: Command) throws(Failure) {
    let places = command.positionals
    let next = places.first { given[$0.name] == nil } ?? places.last { $0.isRepeatable }
    guard let parameter = next else {
      let options = command.options.filter { $0.kind != .flag && given[$0.name] == nil }
      throw Failure(
        .argumentUnexpected,
        [
          "found": .text(word), "command": .text(command.name), "n": .int(options.count),
          "options": .list(options.map(\.spelling)),
        ])
    }
    try add(Argument(word, for: parameter), to: parameter)
  }
}

// MARK: - Options

extension ArgumentParser {
  private mutating func takeLong(_ text: Substring) throws(Failure) {
    let (name, value) = String(text).halves(at: "=")
    let parameter = try option {
      $0.name == name
    } orElse: {
      unknownOption("--\(name)")
    }
    try take(parameter, value: value)
  }

  /// One letter, with its value behind it or in the next word: `-C DIR`, `-CDIR`, `-n`.
  private mutating func takeShort(_ word: String) throws(Failure) {
    let letter = word[word.index(after: word.startIndex)]
    let parameter = try option {
      $0.short == letter
    } orElse: {
      unknownOption(word)
    }
    let value = String(word.dropFirst(2))
    guard parameter.kind != .flag || value.isEmpty else { throw unknownOption(word) }
    try take(parameter, value: value.isEmpty ? nil : value)
  }

  private func option(
    where matches: (Parameter) -> Bool, orElse failure: () -> Failure
  ) throws(Failure) -> Parameter {
    let own = command.flatMap { command in
      command.parameters.first { matches($0) && !GlobalOptions.takesName(of: $0, command.effect) }
    }
    guard let found = own ?? GlobalOptions.parameters.first(where: matches) else {
      throw failure()
    }
    return found
  }

  private func unknownOption(_ spelling: String) -> Failure {
    let name = String(spelling.drop { $0 == "-" })
    if command == nil, tree.hasOption(name) {
      return Failure(.optionBeforeCommand, ["option": .text(spelling)])
    }
    let known = (command?.parameters ?? []) + GlobalOptions.parameters
    let nearest = name.count > 1 ? Suggestion.word(to: name, among: known.map(\.name)) : nil
    return Failure(
      .optionUnknown,
      [
        "found": .text(spelling), "nearest": .text(nearest.map { "--\($0)" } ?? ""),
        "command": .text((["admin"] + words).joined(separator: " ")),
      ])
  }

  private mutating func take(_ parameter: Parameter, value: String?) throws(Failure) {
    guard parameter.kind != .flag else {
      guard value == nil else {
        throw Failure(.flagWithValue, ["option": .text(parameter.spelling)])
      }
      return try add(.present, to: parameter)
    }
    guard let text = value ?? nextValue() else {
      throw Failure(.valueMissing, ["option": .text(parameter.spelling)])
    }
    try add(Argument(text, for: parameter), to: parameter)
  }

  /// The next word, unless it is an option; `--name=-x` gives a value that looks like one.
  private mutating func nextValue() -> String? {
    guard let word = rest.first, !word.hasPrefix("--") else { return nil }
    let isLetter = word.count == 2 && word.hasPrefix("-") && (word.last?.isLetter ?? false)
    return isLetter ? nil : rest.popFirst()
  }

  private mutating func add(_ value: Argument, to parameter: Parameter) throws(Failure) {
    let isGlobal = command?.parameter(named: parameter.name) != parameter
    let former = isGlobal ? globals[parameter.name] : given[parameter.name]
    let mayRepeat = parameter.isRepeatable || parameter.kind == .list || value == .present
    guard former == nil || mayRepeat else {
      throw Failure(.optionRepeated, ["option": .text(parameter.spelling)])
    }
    if isGlobal {
      globals[parameter.name, default: []].append(value)
    } else {
      given[parameter.name, default: []].append(value)
    }
  }
}
