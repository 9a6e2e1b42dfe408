"""Budgets: two permissions, to view and to modify, on a budget by its name (Service Authorization Reference)."""

from ..call import Call


def resource(call: Call) -> str:
    """The budget; all of them where none is named."""
    name = call.data.get("BudgetName") or (call.data.get("Budget") or {}).get("BudgetName") or "*"
    return f"arn:aws:budgets::{call.account}:budget/{name}"
