"""Stories and what they are also called: a query's beginning that knows every family asked for."""

FAMILIES = """asked AS (
        SELECT json_each.value AS id, COALESCE(story.merged_into, json_each.value) AS home
        FROM json_each(:stories)
        LEFT JOIN story ON story.id = json_each.value
    ),
    family AS (
        SELECT id, home AS member
        FROM asked
        UNION
        SELECT asked.id, story.id
        FROM asked
        JOIN story ON story.merged_into = asked.home
    )"""
"""A story's family is its home with all aliases of it, whichever of them is in `:stories` (a JSON list) or was told."""
