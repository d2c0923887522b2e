import Governance

extension EventsInForce {
  /// The written vote that this stream is of, as long as no event ends it; none of any other stream.
  var openVotes: OpenVotes {
    guard let key = (events.first ?? corrections.first)?.key, key.category == Procedure.category,
      let id = ProcedureID(key.id), !events.contains(where: { Self.ends.contains($0.type) })
    else { return OpenVotes([]) }
    return OpenVotes([id])
  }

  private static let ends: Set<String> = [
    "procedure.broken", "procedure.closed", "procedure.expired", "procedure.withdrawn",
  ]
}
