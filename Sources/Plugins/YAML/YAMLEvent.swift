/// One step of libyaml's parser, copied out of the library's memory.
enum YAMLEvent: Equatable {
  case streamStart
  case streamEnd
  case documentStart(hasDirective: Bool)
  case documentEnd
  case alias(String)
  /// The end is the index of the character after it.
  case scalar(text: String, isPlain: Bool, end: Int, Properties)
  case sequenceStart(Properties)
  case sequenceEnd
  case mappingStart(Properties)
  case mappingEnd

  /// What may stand before a value.
  struct Properties: Equatable {
    var anchor: String?
    var hasTag: Bool
  }
}

/// Where an event or a problem begins; all three count characters from 0.
struct YAMLMark: Equatable {
  let index: Int
  let line: Int
  let column: Int
}

/// Why libyaml stopped: its own English words, which only `SyntaxProblem` reads.
struct YAMLProblem: Error {
  let text: String
  let mark: YAMLMark
  /// Where that begins in which it stopped.
  let start: YAMLMark
}
