import Plugins

/// Seats that are being filled in an order, with what the quotas let and ask.
///
/// A candidate gets a seat when its group has not got its most yet, and when enough seats are left afterwards for
/// what the other groups still lack of their fewest. A group lacks no more than the members of it that still
/// stand. Where the seats cannot meet all that is lacking, they go to members of the groups that lack, by votes.
/// Since no member belongs to two groups, filling seats in the order of votes gives, of all the sets of
/// candidates that keep the quotas, the one with the most votes.
///
/// Source: docs/decisions/0026-one-way-for-each-kind-of-vote.md.
struct SeatPlan {
  /// The seats that are left at the beginning.
  let places: Int
  /// Who has a seat already: those who stay, and those elected in earlier rounds.
  let seated: [MemberID]
  /// Who may still be elected.
  let standing: [MemberID]
  let quotas: [SeatQuota]
  private(set) var taken: [MemberID] = []

  init(places: Int, seated: [MemberID], standing: [MemberID], quotas: [SeatQuota]) {
    (self.places, self.seated) = (places, seated)
    (self.standing, self.quotas) = (standing, quotas)
  }

  var left: Int { places - taken.count }

  mutating func take(_ member: MemberID) { taken.append(member) }

  /// Whether a candidate can have a seat now.
  func hasRoom(for member: MemberID) -> Bool {
    guard left > 0, !taken.contains(member), !isFull(for: member) else { return false }
    let after = lacking(with: taken + [member])
    return after < left || (lacking(with: taken) > left && after < lacking(with: taken))
  }

  /// Whether the group of a candidate has got its most.
  func isFull(for member: MemberID) -> Bool {
    guard let quota = quota(of: member), let most = quota.maximum else { return false }
    return count(of: quota, with: taken) >= most
  }

  /// How many of some candidates can have a seat, one after the other: the same in whatever order.
  func rank(of members: [MemberID]) -> Int { filled(in: members).taken.count - taken.count }

  /// The plan with seats given to those of some candidates that can have one, in their order.
  func filled(in order: [MemberID], upTo most: Int = .max) -> SeatPlan {
    var plan = self
    for member in order where plan.taken.count - taken.count < most && plan.hasRoom(for: member) {
      plan.take(member)
    }
    return plan
  }

  /// What the groups lack of their fewest seats, each with how many.
  var lacks: [(quota: SeatQuota, count: Int)] {
    quotas.map { ($0, lack(of: $0, with: taken)) }.filter { $0.1 > 0 }
  }

  func quota(of member: MemberID) -> SeatQuota? {
    quotas.first { $0.members.contains(member.text) }
  }

  private func lacking(with taken: [MemberID]) -> Int {
    quotas.reduce(0) { $0 + lack(of: $1, with: taken) }
  }

  private func lack(of quota: SeatQuota, with taken: [MemberID]) -> Int {
    let able = standing.filter { quota.members.contains($0.text) && !taken.contains($0) }.count
    return min(max(0, quota.minimum - count(of: quota, with: taken)), able)
  }

  private func count(of quota: SeatQuota, with taken: [MemberID]) -> Int {
    (seated + taken).filter { quota.members.contains($0.text) }.count
  }
}
