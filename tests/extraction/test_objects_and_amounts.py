"""What is acted on, under which label, and which amounts and times are the act's own."""

from __future__ import annotations

import pytest

from extraction.helpers import one


@pytest.mark.parametrize(
    ("sentence", "verb", "quantity"),
    [
        ("The ministry opened clinics in nine districts.", "open", None),
        ("The treaty was signed by eleven nations.", "sign", None),
        ("The court opened an inquiry into 17 deaths.", "open", None),
        ("The council withdrew plans to sell six parks.", "withdraw", None),
        ("The law protects workers over 60.", "protect", None),
        ("Firms must give notice three weeks before they move.", "give", None),
        ("The state built a network of 90 clinics.", "build", "90"),
        ("The court imposed a fine of 900 euros on the firm.", "impose", "900 euros"),
        ("The agency imposed a penalty not exceeding 900 euros.", "impose", "not exceeding 900 euros"),
        ("The state will cut waste by 15 percent.", "cut", "by 15 percent"),
        ("The bill was adopted by 80 votes to 12.", "adopt", "80"),
        ("The plan reduced deaths below 50.", "reduce", "below 50"),
    ],
)
def test_an_amount_is_of_the_object_or_of_its_change(sentence: str, verb: str, quantity: str | None) -> None:
    """Guards that no place's, agent's or age's number is quoted as the amount of what is acted on."""
    assert one(sentence, verb).quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "verb", "inner"),
    [
        ("The cabinet cut the levy charged on diesel by 20 percent.", "cut", "charge"),
        ("The council raised the rent paid by tenants to 400 euros.", "raise", "pay"),
        ("The ministry shortened the time needed to issue a permit from 30 days to 5.", "shorten", "issue"),
        ("The state raised the income at which families receive a grant to 20,000 euros.", "raise", "receive"),
    ],
)
def test_an_amount_is_of_what_grows_or_shrinks(sentence: str, verb: str, inner: str) -> None:
    """Guards that the change is said of the verb of change, not of what stands nearer."""
    assert one(sentence, verb).quantity is not None
    assert one(sentence, inner).quantity is None
