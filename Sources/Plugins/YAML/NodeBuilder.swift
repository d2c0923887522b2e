internal import Values

/// Builds the tree from events, counts what it holds, and stops at the limits.
struct NodeBuilder {
  /// Faults after which the rest of the text could still be read.
  private(set) var faults: [Failure] = []
  private let file: String?
  private var open: [OpenNode] = []
  private var root: Node?
  private var documents = 0
  private var nodes = 0
  private var anchors = Anchors()
  /// Of the text being read, shared by its nodes.
  private var source: SourceText?

  init(file: String?) { self.file = file }

  mutating func take(_ event: YAMLEvent, at mark: YAMLMark, in text: YAMLText) throws(Failure) {
    let place = text.place(mark)
    switch event {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart(let hasDirective): try begin(hasDirective: hasDirective, at: place)
    case .alias(let name): try alias(name, at: place)
    case .scalar(let value, let isPlain, let end, let properties):
      refuseTag(if: properties.hasTag || Self.hasBareTag(at: mark.index, in: text), at: place)
      try count(at: place)
      let origin = ScalarSource(source: source(text), range: mark.index..<max(mark.index, end))
      let scalar = Scalar(value, isPlain ? .plain : .quoted)
      let node = Node(.scalar(scalar), at: place, from: origin)
      try close(Measured(node), anchor: properties.anchor)
    case .sequenceStart(let properties):
      refuseTag(if: properties.hasTag, at: place)
      try push(.sequence([]), properties, at: place)
    case .mappingStart(let properties):
      refuseTag(if: properties.hasTag, at: place)
      try push(.mapping(OpenMapping()), properties, at: place)
    case .sequenceEnd, .mappingEnd:
      guard let last = open.popLast() else { return }
      try close(last.closed, anchor: last.anchor)
    }
  }

  /// The tree; an empty text has none.
  func finish() throws(Failure) -> Node {
    guard let root, root.kind != .scalar(Scalar("", .plain)) else {
      throw Failure(.yamlEmpty, at: Place(file: file, line: 1, column: 1))
    }
    return root
  }

  private mutating func source(_ text: YAMLText) -> SourceText {
    if let source { return source }
    let new = SourceText(text)
    source = new
    return new
  }

  private mutating func begin(hasDirective: Bool, at place: Place) throws(Failure) {
    if hasDirective { note(Failure(.yamlDirective, at: place)) }
    documents += 1
    guard documents == 1 else { throw Failure(.yamlSecondDocument, at: place) }
  }

  private mutating func push(
    _ content: OpenNode.Content, _ properties: YAMLEvent.Properties, at place: Place
  ) throws(Failure) {
    try count(at: place)
    guard open.count < YAML.greatestDepth else { throw tooDeep(at: place) }
    if let anchor = properties.anchor { anchors.begin(anchor) }
    open.append(OpenNode(content: content, place: place, anchor: properties.anchor))
  }

  /// Puts a finished value where it belongs.
  private mutating func close(_ value: Measured, anchor: String?) throws(Failure) {
    if let anchor { anchors.end(anchor, value) }
    try place(value)
  }

  private mutating func place(_ value: Measured, by alias: Place? = nil) throws(Failure) {
    guard !open.isEmpty else {
      root = value.node
      return
    }
    if let fault = open[open.count - 1].add(value, by: alias) { note(fault) }
  }

  private mutating func alias(_ name: String, at place: Place) throws(Failure) {
    try count(at: place)
    let nothing = Measured(Node(.scalar(Scalar("", .plain)), at: place))
    switch anchors.use(name) {
    case .unknown:
      note(Failure(.yamlAliasUnknown, ["name": .text(name)], at: place))
      try self.place(nothing, by: place)
    case .containsItself:
      note(Failure(.yamlAliasSelf, ["name": .text(name)], at: place))
      try self.place(nothing, by: place)
    case .tooMany:
      throw Failure(.yamlAliasGrowth, ["most": .int(YAML.mostAliasedNodes)], at: place)
    case .value(let value):
      guard open.count + value.height <= YAML.greatestDepth else { throw tooDeep(at: place) }
      try self.place(value, by: place)
    }
  }

  private mutating func refuseTag(if isThere: Bool, at place: Place) {
    if isThere { note(Failure(.yamlTag, at: place)) }
  }

  /// Whether a scalar begins with a lone `!`, which libyaml takes and does not tell.
  private static func hasBareTag(at start: Int, in text: YAMLText) -> Bool {
    var index = start
    if text[index] == "&" {
      while let character = text[index], character.value > 0x20 { index += 1 }
      while let character = text[index], character.value <= 0x20 { index += 1 }
    }
    return text[index] == "!"
  }

  private mutating func count(at place: Place) throws(Failure) {
    nodes += 1
    guard nodes <= YAML.mostNodes else {
      throw Failure(.yamlTooMany, ["most": .int(YAML.mostNodes)], at: place)
    }
  }

  private mutating func note(_ failure: Failure) {
    if faults.count < Findings.limit { faults.append(failure) }
  }

  private func tooDeep(at place: Place) -> Failure {
    Failure(.yamlTooDeep, ["most": .int(YAML.greatestDepth)], at: place)
  }
}
