package import EventStore
import Values

/// The erasures that a log records.
package enum ErasuresInLog {
  /// Whose words were erased, each with the event that says so, in the order of the log.
  package static func known(in log: Log) throws -> [(subject: String, position: Int64)] {
    var known: [(String, Int64)] = []
    var last: Int64 = 0
    while true {
      let page = try log.events(
        ofType: PersonErasure.type, after: last, limit: Log.maximumPage)
      known += page.map { ($0.stream.id, $0.position) }
      guard let end = page.last?.position else { return known }
      last = end
    }
  }

  /// Finishes the erasures among what was answered, once it is recorded.
  ///
  /// - Throws: `erasure-held`, and what the files have to say; asked again, the act goes on where it stopped.
  static func finish(_ answers: [Answer], in log: Log) throws {
    for event in answers.flatMap(\.events) where event.type == PersonErasure.type {
      guard let stream = StreamName(event.stream) else { continue }
      try log.finishErasure(of: stream.id)
    }
  }
}
