internal import CYAML

/// The only code that calls libyaml: runs its parser and hands over each event, copied.
///
/// Source: libyaml 0.2.5, `yaml.h`. Its loader, which expands aliases, is never used.
enum LibYAML {
  /// Calls the closure with each event in the order of the text, until it throws or all is read.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; they stay in place for the whole parse.
  ///   - body: Takes an event and where it begins.
  /// - Throws: `YAMLProblem` where the text is no YAML, and whatever the closure throws.
  static func parse(
    _ bytes: [UInt8], _ body: (YAMLEvent, YAMLMark) throws -> Void
  ) throws {
    try unsafe bytes.withUnsafeBufferPointer { buffer in
      // The struct points to itself, so that it must never move.
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { unsafe parser.deallocate() }
      guard unsafe yaml_parser_initialize(parser) == 1 else { throw outOfMemory }
      defer { unsafe yaml_parser_delete(parser) }
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var isDone = false
      while !isDone {
        let event = try unsafe ParsedEvent(from: parser)
        let copy = event.copied
        isDone = copy == .streamEnd
        try body(copy, event.mark)
      }
    }
  }

  private static var outOfMemory: YAMLProblem {
    let beginning = YAMLMark(index: 0, line: 0, column: 0)
    return YAMLProblem(text: "", mark: beginning, start: beginning)
  }
}

/// An event in libyaml's memory, given back when it goes out of scope.
@safe private struct ParsedEvent: ~Copyable {
  private let raw: yaml_event_t

  init(from parser: UnsafeMutablePointer<yaml_parser_t>) throws(YAMLProblem) {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      throw unsafe Self.problem(of: parser)
    }
    unsafe raw = event
  }

  deinit {
    var event = unsafe raw
    unsafe yaml_event_delete(&event)
  }

  var mark: YAMLMark { unsafe Self.mark(raw.start_mark) }

  /// The event without any pointer into the library.
  var copied: YAMLEvent {
    switch unsafe raw.type {
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_DOCUMENT_START_EVENT: .documentStart(hasDirective: hasDirective)
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: unsafe .alias(Self.text(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: scalar
    case YAML_SEQUENCE_START_EVENT:
      unsafe .sequenceStart(
        Self.properties(raw.data.sequence_start.anchor, raw.data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      unsafe .mappingStart(
        Self.properties(raw.data.mapping_start.anchor, raw.data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: .streamStart
    }
  }

  private var hasDirective: Bool {
    let start = unsafe raw.data.document_start
    return unsafe start.version_directive != nil
      || start.tag_directives.start != start.tag_directives.end
  }

  private var scalar: YAMLEvent {
    let scalar = unsafe raw.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
    return unsafe .scalar(
      text: String(decoding: bytes, as: UTF8.self),
      isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE, end: Int(raw.end_mark.index),
      Self.properties(scalar.anchor, scalar.tag))
  }

  private static func properties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> YAMLEvent.Properties {
    unsafe YAMLEvent.Properties(anchor: text(anchor), hasTag: tag != nil)
  }

  /// Anchors are letters, digits, hyphens and underscores, so that no NUL can cut them short.
  private static func text(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe start.map { unsafe String(cString: $0) }
  }

  private static func problem(of parser: UnsafeMutablePointer<yaml_parser_t>) -> YAMLProblem {
    let text = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
    return unsafe YAMLProblem(
      text: text, mark: mark(parser.pointee.problem_mark),
      start: mark(parser.pointee.context_mark))
  }

  private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
    YAMLMark(index: Int(mark.index), line: Int(mark.line), column: Int(mark.column))
  }
}
