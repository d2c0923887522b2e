package import EventStore
package import Values

extension EntityKey {
  /// The stream of the log; throws `stream-name-unfit` for an id that the log cannot hold.
  func stream() throws(Failure) -> StreamName {
    guard let stream = StreamName(category: category, id: id) else {
      throw Failure(.streamNameUnfit, ["stream": .text(text)])
    }
    return stream
  }
}

extension PlannedEvent {
  /// As it is handed to the log: clear data, and personal data to be sealed.
  func stored() throws(Failure) -> NewEvent {
    NewEvent(
      stream: try key.stream(), type: event.type, schema: event.schema, effective: effective,
      data: event.data,
      sealed: event.personal.map { field in
        SealedField(slot: field.slot, subject: field.subject, plaintext: Array(field.text.utf8))
      })
  }
}

extension PastEvent {
  /// An event as the log gives it.
  package init(_ event: RecordedEvent) {
    self.init(
      key: EntityKey(category: event.stream.category, id: event.stream.id),
      position: event.position, type: event.type, schema: event.schema,
      effective: event.effective, data: event.data)
  }
}

extension Failure.Code {
  /// An id has a form that the log cannot hold: use letters, digits, points and hyphens.
  package static let streamNameUnfit = Failure.Code("stream-name-unfit", exit: .badData)
}
