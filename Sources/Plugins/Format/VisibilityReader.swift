internal import Values

/// Reads what the readers of each class see.
enum VisibilityReader {
  static func rule(_ section: inout Section) -> VisibilityRule? {
    let classes = section.context.classes
    let known = classes.contains(VisibilityRule.guest) ? classes : classes + [VisibilityRule.guest]
    var readers: [VisibilityRule.Subject: [String]] = [:]
    for subject in VisibilityRule.Subject.allCases where section.has(subject.rawValue) {
      readers[subject] = section.list(subject.rawValue, .reference("class", to: known))
    }
    return section.clause().map { VisibilityRule(readers: readers, clause: $0) }
  }
}
