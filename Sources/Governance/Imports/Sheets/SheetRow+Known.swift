import Values

/// Rows that tell what the log says already.
extension SheetRow {
  /// What has to be loaded to see whether the row is known.
  var needs: [Need] {
    switch kind.name {
    case AdmitMember.kind.name: member.map { [.one(EntityKey($0))] } ?? []
    case AppointToSeat.kind.name: [.all(category: Seat.category)]
    default: []
    }
  }

  /// What the log says already of the row.
  ///
  /// A person is no such thing: two may have one name, so that only a row that was imported before is known.
  ///
  /// - Parameters:
  ///   - person: The person of the row, where it is one that was imported before.
  ///   - day: From when the row counts.
  ///   - ledger: With what `needs` names.
  /// - Returns: The thing of which it says so; nil when the row tells something new.
  func known(person: String?, on day: Day, in ledger: Ledger) -> String? {
    guard let member else { return nil }
    switch kind.name {
    case AdmitMember.kind.name:
      guard let held = ledger[member]?.memberClass(on: day) else { return nil }
      return [held] == values["class"] ? member.text : nil
    case AppointToSeat.kind.name:
      let person = person ?? values["person"]?.first
      return seat(of: member, heldBy: person, on: day, in: ledger)
    default: return nil
    }
  }

  private var member: MemberID? { values["member"]?.first.flatMap { MemberID($0) } }

  /// The seat in which the record has the person, until the day that the row gives, if it gives one.
  private func seat(of member: MemberID, heldBy person: String?, on day: Day, in ledger: Ledger)
    -> String?
  {
    guard let person, let kind = values["kind"]?.first else { return nil }
    let until = values["until"]?.first
    return SeatChecks.seats(of: member, kind: kind, in: ledger).first { seat in
      guard let held = seat.appointment(on: day), held.person.text == person else { return false }
      return until == nil || held.term?.description == until
    }?.id.text
  }
}
