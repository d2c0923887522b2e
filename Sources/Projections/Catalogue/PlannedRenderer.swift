import Governance
import Values

/// The renderer of one kind of streams, made only when a stream is rendered.
///
/// A cold command reads one table of all, and asks of the others what they are: the generic types behind a
/// renderer would cost it more than its own work.
struct PlannedRenderer: StreamRendering {
  let category: String
  let fold: Int
  let definitions: [ViewDefinition]
  private let make: @Sendable () -> any StreamRendering

  /// - Parameters:
  ///   - category: That of the streams.
  ///   - fold: That of their entity.
  ///   - definitions: Those of the views that `make` is given, in their order.
  ///   - make: Makes the renderer.
  init(
    _ category: String, _ fold: Int, _ definitions: [ViewDefinition],
    make: @escaping @Sendable () -> any StreamRendering
  ) {
    (self.category, self.fold, self.definitions) = (category, fold, definitions)
    self.make = make
  }

  /// What is promised of the renderer is what it is, as the tests hold it to.
  var isAsPlanned: Bool {
    let made = make()
    return made.category == category && made.fold == fold && made.definitions == definitions
  }

  func render(_ events: [PastEvent]) throws(Failure) -> [[ViewInterval]] {
    try make().render(events)
  }
}
