-- A notice tells of a decision that was taken, and a certificate of a graduation that was approved.
SELECT d.district, d.serial, d.document, d.kind, c.state, c.to_stage
  FROM documents d
  JOIN case_decisions c ON c.district = d.district AND c.serial = d.serial AND c.decision = d.decision
 WHERE c.state NOT IN ('approved', 'returned')
    OR (d.kind = 'graduationCertificate' AND (c.state <> 'approved' OR c.to_stage <> 'graduated'));
