/// Something that an action is to hand over, with what became of it.
package struct Deliverable: Hashable, Sendable {
  package let addition: Recorded<DeliverableAddition>
  /// The first time that it was handed over; nil as long as it is owed.
  package let publication: Recorded<DeliverablePublication>?
}

extension Programme {
  /// What the actions are to hand over, by number of the action, then of the thing; each once.
  package var deliverables: [Deliverable] {
    var seen: Set<[Int]> = []
    let known = deliverableAdditions.filter {
      seen.insert([$0.facts.action, $0.facts.number]).inserted
    }
    return known.map { addition in
      Deliverable(
        addition: addition,
        publication: publications.first {
          $0.facts.action == addition.facts.action && $0.facts.number == addition.facts.number
        })
    }.sorted {
      ($0.addition.facts.action, $0.addition.facts.number)
        < ($1.addition.facts.action, $1.addition.facts.number)
    }
  }

  /// The number of the next thing that an action is to hand over.
  func nextDeliverable(of action: Int) -> Int {
    let numbers = deliverableAdditions.filter { $0.facts.action == action }.map(\.facts.number)
    return (numbers.max() ?? 0) + 1
  }
}

/// The id of what an action hands over, `programme-1.3.2`: the second of the third action.
package struct DeliverableID: Hashable, Sendable {
  package let action: ActionID
  package let number: Int

  /// Reads an id with a point and a number from 1 after the action's.
  package init?(_ text: String) {
    guard let point = text.lastIndex(of: "."), let action = ActionID(String(text[..<point])),
      let number = Int(text[text.index(after: point)...]), number > 0
    else { return nil }
    self.init(action: action, number: number)
  }

  package init(action: ActionID, number: Int) {
    self.action = action
    self.number = number
  }

  package var text: String { "\(action.text).\(number)" }
}
