/// What becomes of a proceeding that has begun when rules come into force; the raw value is written in plugins.
package enum InProgress: String, CaseIterable, Sendable {
  /// It ends under the rules under which it began.
  case keep
  /// The new rules decide it from their first day on.
  case adopt
}
