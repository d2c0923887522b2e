extension Minutes {
  /// The number of the newest version; 0 when there is none.
  package var version: Int {
    let all =
      drafts.map(\.facts.version) + paragraphs.map(\.facts.version)
      + restorations.map(\.facts.version)
    return all.max() ?? 0
  }

  /// The version that a version brought back; nil for one that was drawn up or written.
  package func restored(inVersion number: Int) -> Int? {
    restorations.first { $0.facts.version == number }?.facts.restores
  }

  /// The numbers of the versions whose drafts and paragraphs count for a version, itself among them.
  ///
  /// What was written between an earlier version and the one that brought it back does not count. A version
  /// brings back only one before itself, so that this ends; one of another log that does not brings back nothing.
  func lineage(of number: Int) -> Set<Int> {
    var (counted, upper) = (Set<Int>(), number)
    for restoration in restorations.map(\.facts).reversed() where restoration.version <= upper {
      counted.formUnion(restoration.version...max(restoration.version, upper))
      upper = min(restoration.restores, restoration.version - 1)
    }
    return upper < 1 ? counted : counted.union(1...upper)
  }

  /// The draft from which the sentences of a version come; nil when there is no such version.
  package func draft(ofVersion number: Int) -> Recorded<MinutesDraft>? {
    let counted = lineage(of: number)
    return drafts.last { counted.contains($0.facts.version) }
  }

  /// The paragraphs that count for a version, in the order of recording; several may be of one id.
  func paragraphs(ofVersion number: Int) -> [Recorded<MinutesParagraph>] {
    let counted = lineage(of: number)
    return paragraphs.filter { counted.contains($0.facts.version) }
  }

  /// The event that made a version; nil when there is none.
  package func event(ofVersion number: Int) -> Int64? {
    drafts.first { $0.facts.version == number }?.position
      ?? paragraphs.first { $0.facts.version == number }?.position
      ?? restorations.first { $0.facts.version == number }?.position
  }
}
