import Plugins
import Values

/// Actions of programmes that were adopted, and those that meetings gave, as long as they are open.
enum ActionReminders: ReminderSource {
  static let needs: [Need] = [
    .all(category: Programme.category), .all(category: Assignment.category),
  ]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.ledger.all(Programme.self).flatMap { planned($0, in: scene) }
      + scene.ledger.all(Assignment.self).compactMap { given($0, in: scene) }
  }

  private static func planned(_ programme: Programme, in scene: ReminderScene) -> [DueMatter] {
    guard let adopted = programme.adoption, programme.withdrawal == nil else { return [] }
    return programme.actions().compactMap { action in
      guard let due = action.due, programme.closing(of: action.number) == nil else { return nil }
      return DueMatter(
        about: .actions,
        subject: ActionID(programme: programme.id, number: action.number).text,
        title: LocalText(plain: action.title),
        since: max(adopted.mark.effective, action.addition.effective), due: due,
        recipients: action.owner.map { scene.recipients(named: $0) } ?? [])
    }
  }

  private static func given(_ assignment: Assignment, in scene: ReminderScene) -> DueMatter? {
    guard assignment.isOpen, let making = assignment.making, let due = assignment.due else {
      return nil
    }
    return DueMatter(
      about: .actions, subject: assignment.id.text, title: LocalText(plain: making.facts.title),
      since: making.facts.on.first, due: due,
      recipients: scene.recipients(named: making.facts.owner))
  }
}

/// What actions of programmes are to hand over, as long as nobody has.
enum DeliverableReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Programme.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.ledger.all(Programme.self).flatMap { programme -> [DueMatter] in
      guard programme.adoption != nil, programme.withdrawal == nil else { return [] }
      let actions = programme.actions()
      return programme.deliverables.compactMap { deliverable in
        let facts = deliverable.addition.facts
        guard deliverable.publication == nil, let due = facts.due,
          let action = actions.first(where: { $0.number == facts.action }),
          programme.closing(of: facts.action) == nil
        else { return nil }
        let owner = ActionID(programme: programme.id, number: facts.action)
        return DueMatter(
          about: .deliverables, subject: DeliverableID(action: owner, number: facts.number).text,
          title: LocalText(plain: facts.title), since: deliverable.addition.mark.effective,
          due: due, recipients: action.owner.map { scene.recipients(named: $0) } ?? [])
      }
    }
  }
}

/// What the network's own rules expect and nothing has met; a delay is told to those of `late.to` too.
enum ObligationReminders: ReminderSource {
  static let needs: [Need] = []

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.obligations.compactMap { own in
      guard own.met == nil, let due = own.due else { return nil }
      return DueMatter(
        about: .obligations, subject: own.id, title: own.rule.message, values: own.values,
        since: own.since, due: due, before: own.rule.remind,
        recipients: scene.recipients(named: own.rule.owedBy),
        informed: own.rule.lateTo.map { scene.recipients(named: $0) } ?? [])
    }
  }
}
