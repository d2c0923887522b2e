# What the 19th plenary adopts: an elected board, an agenda that freezes, minutes approved by silence.
s/^version: 1.0.0/version: 1.1.0/
/^      composition: rotation/,/members: \[PL, DK, CY\]/c\
      composition: elected\
      elected: {min: 3, max: 5, by: plenary, term: P2Y, one_per_member: true, source: assumption}
/^  presidency: /d
/notice: {period: P14D, urgent: P4D/a\
      agenda: {freeze: P7D, late: reason, source: assumption}\
      minutes: {comments: P14D, approval: silence, source: assumption}
