/// The Common Expression Language, in which a network writes what the declarative keys cannot say.
///
/// The way of an expression, each step a pure function:
///
/// ```
/// text ─ Parser ─▶ Expression ─ Resolver ─▶ Expression ─ Checker ─▶ Checked ─ Planner ─▶ Program ─▶ Value
/// ```
///
/// `Parser` expands the macros, `Resolver` finds which dotted names are variables and functions, `Checker`
/// gives each node its type, `Planner` makes of it what the evaluator walks.
///
/// Source: the language definition at <https://github.com/google/cel-spec>; `docs/cel.md` says what is left out.
package enum CEL {}
