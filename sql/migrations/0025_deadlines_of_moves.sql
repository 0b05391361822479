-- A recommended move waits for one person at a time, until a day: for its review, then for the authority's word.
-- What waits already when this is run gets its deadline with its next step.
INSERT INTO deadline_rules (
    kind, jurisdiction, version, amount, unit, moves_on, remind_before, escalate_after, owner_role, escalation_role, ends_with_case,
    certainty, source_chinese, source_english) VALUES
    ('moveReview', 'nation', 1, 5, 'workingDay', true, 2, 1, 'reviewer', 'hubManager', true, 'design',
     '默认流程：评审推荐的转段事项', 'default process: reviewing a recommended move'),
    ('moveDecision', 'nation', 1, 10, 'workingDay', true, 3, 1, 'official', 'official', true, 'design',
     '默认流程：批准或退回转段事项', 'default process: approving a recommended move or sending it back');
