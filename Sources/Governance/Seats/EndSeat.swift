package import Plugins
package import Values

/// Ends the appointment of a seat's holder; the seat stays, vacant.
package struct EndSeat: ActCommand {
  package static let kind = ActKind(
    "seat", "end", fields: [.subject("seat", .id("seat")), .required("reason", .text)])

  let seat: SeatID
  let reason: String

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    reason = try input.text("reason")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(seat))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    _ = try SeatChecks.appointment(in: found, on: occasion.day)
    let event = SeatEvent.ended(until: occasion.effective, reason: reason)
    return Decision([PlannedEvent(event, to: seat, effective: occasion.day)])
  }
}
