-- Nothing that is settled when an incubation case ends still waits after its end.
SELECT i.district, i.serial, i.item, i.kind, c.stage
  FROM pending_items i
  JOIN incubation_cases c ON c.district = i.district AND c.serial = i.serial AND c.stage IN ('graduated', 'exited')
  JOIN deadline_rules r ON r.kind = i.kind AND r.jurisdiction = i.rule_jurisdiction AND r.version = i.rule_version AND r.ends_with_case
 WHERE i.state IN ('open', 'escalated');
