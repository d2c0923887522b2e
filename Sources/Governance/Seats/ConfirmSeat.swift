package import Plugins
package import Values

/// Records that a seat's holder is still the one.
package struct ConfirmSeat: ActCommand {
  package static let kind = ActKind("seat", "confirm", fields: [.subject("seat", .id("seat"))])

  let seat: SeatID

  package init(_ input: ActInput) throws(Failure) { seat = try input.id("seat") }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(seat))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    _ = try SeatChecks.appointment(in: found, on: occasion.day)
    let event = SeatEvent.confirmed(on: occasion.effective)
    return Decision([PlannedEvent(event, to: seat, effective: occasion.day)])
  }
}
