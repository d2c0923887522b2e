internal import Plugins
internal import Values

extension Failure {
  /// The same fault as it is told to whoever answers a question.
  ///
  /// Options, keys and lines, of which other sentences speak, are not seen there.
  var asAnswer: Failure {
    switch code {
    case .optionUnreadable, .valueUnreadable:
      Failure(.answerUnreadable, values.filter { ["found", "expected"].contains($0.key) })
    case .optionChoice:
      Failure(.answerChoice, values.filter { ["found", "choices", "nearest"].contains($0.key) })
    case .jurisdictionUnknown:
      Failure(.answerNoState, values.filter { ["found", "nearest"].contains($0.key) })
    default: Failure(code, values)
    }
  }
}
