import Plugins
import Values

/// Procedures that run: those of whom no answer is recorded are told that the time ends.
enum ProcedureReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Procedure.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.ledger.all(Procedure.self).compactMap { procedure in
      guard procedure.stage == .running, let opening = procedure.opening?.facts,
        let started = procedure.clock?.mark.effective, let expires = procedure.expires
      else { return nil }
      let heard = Set(
        procedure.answers.map(\.facts.member) + procedure.objections.map(\.facts.member))
      return DueMatter(
        about: .procedures, subject: procedure.id.text, title: LocalText(plain: opening.title),
        since: started, due: scene.zone.day(of: expires),
        recipients: procedure.addressees.filter { !heard.contains($0) }
          .flatMap { scene.holders(of: $0) })
    }
  }
}

/// Minutes that were sent round: those who have not commented are told that the time for it ends.
enum MinutesReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Minutes.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.ledger.all(Minutes.self).compactMap { minutes in
      guard minutes.stage == .circulated, let circulation = minutes.circulation,
        let until = circulation.facts.until
      else { return nil }
      let heard = Set(
        minutes.comments.filter { $0.position > circulation.position }.compactMap(\.facts.member))
      return DueMatter(
        about: .minutes, subject: minutes.id.text, since: circulation.facts.on.first, due: until,
        recipients: scene.members(with: .attend).filter { !heard.contains($0) }
          .flatMap { scene.holders(of: $0) })
    }
  }
}
