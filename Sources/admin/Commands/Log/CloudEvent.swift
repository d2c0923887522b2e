internal import EventStore
internal import Values

/// An event in the form that other systems read.
///
/// Personal words stay sealed: only whose they are and what they are is told.
///
/// Source: CloudEvents 1.0.2, JSON event format; extension names are lower-case letters only.
enum CloudEvent {
  static func json(of event: RecordedEvent, in log: Log) -> JSON {
    let sealed = event.sealed.map { "\($0.subject)/\($0.slot)" }.joined(separator: " ")
    return .object(compacting: [
      ("specversion", "1.0"), ("id", .text(event.id.description)),
      ("source", .text("urn:uuid:\(log.id.description)")), ("type", .text(event.type)),
      ("subject", .text(event.stream.text)), ("time", .text(event.recorded.description)),
      ("datacontenttype", "application/json"), ("position", .int(event.position)),
      ("version", .int(event.version)), ("schemanumber", .int(Int64(event.schema))),
      ("effective", .text(event.effective.description)),
      ("sealed", sealed.isEmpty ? nil : .text(sealed)), ("hash", .text(event.hash.hex)),
      ("data", event.data),
    ])
  }
}
