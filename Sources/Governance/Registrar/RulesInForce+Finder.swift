package import EventStore
package import Plugins
package import Values

extension RulesInForce {
  /// Finds the rules of a day; nil before the first.
  package static func finder(in log: Log) -> (Day) throws -> Rules? {
    var inForce = RulesInForce()
    return { day in
      do { return try inForce.find(on: day, in: log).rules } catch let failure as Failure
        where failure.code.meansNoRules
      { return nil }
    }
  }
}
