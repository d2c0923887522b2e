package import Values

/// What leads from decisions to actions, deliverables and reports, and back, as it stands on a day.
///
/// ```swift
/// let chain = try Chain(views, on: today)
/// let steps = chain.steps(through: "2027/3")  // the decision first, the report last
/// ```
package struct Chain {
  /// A link with its distance from the one that was asked about: below zero for what led to it.
  package struct Step: Hashable, Sendable {
    package let link: ChainLink
    package let level: Int
    /// What it hangs on in this walk, by id; nil for the first.
    package let of: String?
  }

  private(set) var links: [ChainLink.Name: ChainLink] = [:]
  private var order: [ChainLink.Name] = []
  private(set) var above: [ChainLink.Name: [ChainLink.Name]] = [:]
  private(set) var below: [ChainLink.Name: [ChainLink.Name]] = [:]

  /// Reads the views of a day.
  ///
  /// - Throws: Only what is wrong with the log.
  package init(_ views: Views, on day: Day) throws {
    for link in try ChainRows.links(views, on: day) where links[link.name] == nil {
      links[link.name] = link
      order.append(link.name)
    }
    for (upper, lower) in try ChainRows.ties(views, on: day) {
      guard links[upper] != nil, links[lower] != nil, below[upper]?.contains(lower) != true else {
        continue
      }
      below[upper, default: []].append(lower)
      above[lower, default: []].append(upper)
    }
  }

  /// The ids of all links, each once, in the order in which they were found.
  package var ids: [String] {
    var seen: Set<String> = []
    return order.map(\.id).filter { seen.insert($0).inserted }
  }

  /// What led to a thing, the farthest first, then the thing, then what came of it, each once.
  ///
  /// - Returns: Empty for an id that no link has.
  package func steps(through id: String) -> [Step] {
    order.filter { $0.id == id }.flatMap { steps(through: $0) }
  }

  private func steps(through start: ChainLink.Name) -> [Step] {
    var seen: Set<ChainLink.Name> = [start]
    let up = walkUp(from: start, seen: &seen)
    return up.reversed() + [step(start, level: 0, of: nil)] + walkDown(from: start, seen: &seen)
  }

  /// Level by level, so that the nearest stand last in the answer.
  ///
  /// What changed a programme did not order each of its actions: a programme on the way is not climbed.
  private func walkUp(from start: ChainLink.Name, seen: inout Set<ChainLink.Name>) -> [Step] {
    var steps: [Step] = []
    var level = [start]
    var distance = -1
    while !level.isEmpty {
      let next = level.flatMap { above[$0] ?? [] }.filter { seen.insert($0).inserted }
      steps += next.reversed().map { step($0, level: distance, of: nil) }
      level = next.filter { $0.kind != .programme }
      distance -= 1
    }
    return steps
  }

  /// Depth first, so that what came of a thing stands below it; a programme is only opened when it was asked about,
  /// since each of its actions hangs on the decision that ordered it.
  private func walkDown(from start: ChainLink.Name, seen: inout Set<ChainLink.Name>) -> [Step] {
    var steps: [Step] = []
    var stack = children(of: start, level: 0)
    while let (name, level, of) = stack.popLast() {
      guard seen.insert(name).inserted else { continue }
      steps.append(step(name, level: level, of: of))
      guard name.kind != .programme else { continue }
      stack += children(of: name, level: level)
    }
    return steps
  }

  private typealias Open = (name: ChainLink.Name, level: Int, of: String)

  private func children(of name: ChainLink.Name, level: Int) -> [Open] {
    (below[name] ?? []).reversed().map { ($0, level + 1, name.id) }
  }

  private func step(_ name: ChainLink.Name, level: Int, of: String?) -> Step {
    let link = links[name] ?? ChainLink(name.kind, name.id)
    return Step(link: link, level: level, of: of)
  }
}
