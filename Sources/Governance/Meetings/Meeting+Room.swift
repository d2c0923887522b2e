package import Values

extension Meeting {
  /// The delegations in the room at a minute of a day.
  ///
  /// Whoever came or left at an unknown time of that day counts as there: what is not known is not held against a
  /// record. Nobody is there before the opening and from the closing on.
  package func present(on day: Day, at time: TimeOfDay) -> [Stay] {
    let moment = LocalMoment(day, time)
    guard let began = beganAt, !moment.isBefore(began) else { return [] }
    let end = closing.map { LocalMoment($0.facts.on.first, $0.facts.time) }
    guard end?.isOver(by: moment) != true else { return [] }
    return stays.filter { stay in
      let left = stay.leftOn.map { LocalMoment($0, stay.leftAt) }
      return !moment.isBefore(LocalMoment(stay.day, stay.time)) && left?.isOver(by: moment) != true
    }
  }

  /// The guests at a minute of a day, by the same reading of what is not known.
  package func guests(on day: Day, at time: TimeOfDay) -> [GuestStay] {
    let moment = LocalMoment(day, time)
    let end = closing.map { LocalMoment($0.facts.on.first, $0.facts.time) }
    guard end?.isOver(by: moment) != true else { return [] }
    return guests.filter { !moment.isBefore($0.came) && $0.left?.isOver(by: moment) != true }
  }
}

extension LocalMoment {
  /// Whether it surely is not after another moment.
  fileprivate func isOver(by moment: LocalMoment) -> Bool {
    guard day == moment.day else { return day < moment.day }
    guard time != nil else { return false }
    return !moment.isBefore(self)
  }
}
