internal import Values

/// Notes where a plugin says a text of its template otherwise in some of its languages and leaves the others as they were.
///
/// A language that the template does not have can be added so, and is no mistake. Where a text that the template
/// has is replaced in one language, the template's own stands on in the others: readers of two languages are
/// told two things.
struct TitleCheck {
  /// Those of the network; empty when they cannot be read.
  private let languages: [String]
  private let findings: Findings

  init(_ above: [Entry], over below: [Entry], _ findings: Findings) {
    let node = (above + below).first { $0.name == "languages" }?.value
    languages = ((try? node?.sequence()) ?? []).compactMap { try? $0.string() }
    self.findings = findings
  }

  /// Looks at one value and, of a rule of a list, at its title and its message.
  ///
  /// - Parameters:
  ///   - top: What the plugin writes.
  ///   - base: What the template has there.
  ///   - path: From the top; empty for a rule of a list.
  func look(at top: Node, over base: Node, _ path: [String]) {
    guard let last = path.last else { return lookAtTexts(of: top, over: base) }
    guard ["title", "body"].contains(last) || path.dropLast().last == "institutions" else { return }
    compare(top, base, key: path.joined(separator: "."))
  }

  private func lookAtTexts(of top: Node, over base: Node) {
    guard case .mapping(let above) = top.kind, case .mapping(let below) = base.kind else { return }
    for key in ["title", "message"] {
      guard let own = above.first(where: { $0.name == key })?.value,
        let former = below.first(where: { $0.name == key })?.value
      else { continue }
      compare(own, former, key: "\(base.name("id") ?? "").\(key)")
    }
  }

  private func compare(_ top: Node, _ base: Node, key: String) {
    guard let own = texts(top), let former = texts(base) else { return }
    let replaced = own.keys.filter { tag in former[tag].map { $0 != own[tag] } ?? false }
    let kept = languages.filter { own[$0] == nil && former[$0] != nil }
    guard !replaced.isEmpty, !kept.isEmpty else { return }
    findings.add(
      Failure(
        .textPartlyReplaced,
        ["key": .text(key), "own": .list(replaced.sorted()), "kept": .list(kept)], at: top.place),
      as: .warning)
  }

  /// The texts of a mapping by language; nil for what is none.
  private func texts(_ node: Node) -> [String: String]? {
    guard case .mapping(let entries) = node.kind else { return nil }
    let pairs = entries.compactMap { entry in
      (try? entry.value.string()).map { (entry.name, $0) }
    }
    return pairs.count == entries.count ? Dictionary(pairs) { first, _ in first } : nil
  }
}
