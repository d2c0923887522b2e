internal import Values

/// The documents of an entry as they are measured, hashed and stored: in canonical form, made once.
struct EntryBytes {
  /// The request without personal words.
  let body: [UInt8]
  let answer: [UInt8]
  /// The data of each event, in the order of the events.
  let data: [[UInt8]]

  init(_ command: NewCommand, _ events: [NewEvent]) {
    body = command.body.canonical
    answer = command.answer.canonical
    data = events.map(\.data.canonical)
  }
}
