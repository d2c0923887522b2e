import Values

extension DecisionPaper.Proof {
  /// The last part of an extract: the place of the event, its leaf, and the checkpoint that covers it.
  func blocks(of position: Int64?, in catalogue: Catalogue) -> [Document.Block] {
    let leaf = catalogue.text(
      "document.leaf",
      ["position": .text(position.map { "\($0)" } ?? ""), "leaf": .text(leaf)])
    return [
      .heading(2, Document.Span(catalogue.text("document.proof")), place: "proof"),
      .paragraph(Document.Span(leaf), place: nil),
      .paragraph(Document.Span(covering(in: catalogue)), place: nil),
    ]
  }

  private func covering(in catalogue: Catalogue) -> String {
    guard let checkpoint, checkpoint.count == 3 else {
      return catalogue.text("document.no-checkpoint")
    }
    return catalogue.text(
      "document.checkpoint",
      [
        "origin": .text(checkpoint[0]), "size": .text(checkpoint[1]), "root": .text(checkpoint[2]),
      ])
  }
}
