import Values

/// An agenda as people read it: its items in the order of the tree, each with its number.
///
/// Whatever is withdrawn stands in none of its places, nor what is below it. Every other item stands once:
/// one whose parent is not there, or that stands below itself, as corrections can make it, stands at the top.
package struct AgendaOutline: Hashable, Sendable {
  /// One item in its place.
  package struct Line: Hashable, Sendable {
    package let item: AgendaItem
    /// `1`, `1.2`, `1.2.1`.
    package let number: String
    /// 0 at the top.
    package let depth: Int
    /// Its own session, or that of an item above it where that is narrower.
    package let session: ItemAddition.Session
  }

  package let lines: [Line]

  /// The outline of an agenda; with a session given, only items that everybody of that session hears.
  ///
  /// Numbers have no gaps, so that nobody learns from them that there is another item.
  package init(_ agenda: Agenda, heardBy widest: ItemAddition.Session = .closed) {
    var walk = Walk(agenda, widest)
    walk.run()
    lines = walk.lines
  }

  package func line(_ id: ItemID) -> Line? { lines.first { $0.item.id == id } }

  /// The planned minutes of all items; an item above others counts beside them.
  package var minutes: Int {
    lines.reduce(0) { sum, line in
      sum.addingReportingOverflow(line.item.addition.facts.minutes ?? 0).partialValue
    }
  }

  /// Goes through the tree with a stack of its own, each item once.
  private struct Walk {
    private var below: [ItemID?: [AgendaItem]] = [:]
    private let items: [AgendaItem]
    private let widest: ItemAddition.Session
    private var seen: Set<ItemID> = []
    private var topCount = 0
    var lines: [Line] = []

    init(_ agenda: Agenda, _ widest: ItemAddition.Session) {
      items = agenda.items
      self.widest = widest
      let known = Set(items.map(\.id))
      for item in items {
        below[item.parent.flatMap { known.contains($0) ? $0 : nil }, default: []].append(item)
      }
    }

    mutating func run() {
      for item in below[nil] ?? [] { descend(from: item) }
      for item in items where !seen.contains(item.id) { descend(from: item) }
    }

    private typealias Step = (item: AgendaItem, prefix: String, session: ItemAddition.Session)

    private mutating func descend(from root: AgendaItem) {
      var stack: [Step] = [(root, "", .open)]
      var counts: [String: Int] = ["": topCount]
      while let (item, prefix, above) = stack.popLast() {
        guard seen.insert(item.id).inserted else { continue }
        let children = below[item.id] ?? []
        let session = max(above, item.session)
        guard item.withdrawal == nil, session <= widest else {
          hide(children)
          continue
        }
        counts[prefix, default: 0] += 1
        let number = "\(prefix)\(counts[prefix] ?? 1)"
        let depth = prefix.count { $0 == "." }
        lines.append(Line(item: item, number: number, depth: depth, session: session))
        stack += children.reversed().map { ($0, "\(number).", session) }
      }
      topCount = counts[""] ?? topCount
    }

    private mutating func hide(_ items: [AgendaItem]) {
      var rest = items
      while let item = rest.popLast() {
        if seen.insert(item.id).inserted { rest += below[item.id] ?? [] }
      }
    }
  }
}

extension ItemAddition.Session: Comparable {
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
