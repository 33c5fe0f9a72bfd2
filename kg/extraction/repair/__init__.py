"""Mend what the parser gets wrong, by parallel structure, agreement and the verb lexicon.

Each rule is a small function over the tree, with the construction it is for in its docstring. A rule acts only where its
evidence is in the sentence: a list of verbs that is open, a form that does not agree, an auxiliary without its subject.
"""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.repair.agreement import (
    adjective_with_object,
    bare_verb_after_help,
    bare_verb_after_without,
    bare_verb_behind_adverb,
    being_done,
    do_after_relative,
    gerund_before_conjunct,
    infinitive_taken_for_auxiliary,
    modal_beside_infinitive,
    noun_in_list_of_nouns,
    participle_behind_noun,
    participle_of_the_object,
    participle_under_modal,
    plural_conjunct,
    present_of_noun,
    present_taken_for_subject,
    purpose_beside_modal,
)
from kg.extraction.repair.attachment import (
    absolute_with,
    adjective_as_object,
    apposition_in_list,
    date_before_object,
    infinitives_of_nouns,
    names_with_and,
    neither_nor,
    nouns_hung_on_punctuation,
    nouns_hung_on_verbs,
    object_after_parenthesis,
    object_of_particle,
    phrases_of_the_object,
    phrases_of_the_verb,
    prepositions_in_lists,
    recipients,
    task_after_parenthesis,
    two_subjects,
)
from kg.extraction.repair.clefts import cleft, that_of_a_cleft
from kg.extraction.repair.forms import (
    acronyms,
    currencies,
    finite_verb,
    gerund_after_with,
    initial_imperative,
    into_account,
    lemmas,
    modal_and_verb,
    participle_with_agent,
    plural_verb_before_infinitive,
    subject_taken_for_compound,
    verbs_by_frame,
)
from kg.extraction.repair.gerunds import (
    gerund_after_accordance,
    gerund_after_commitment,
    gerund_lists,
    participle_before_noun,
    passive_lists,
)
from kg.extraction.repair.infinitives import help_without_to, infinitive_behind_concerned, to_before_adjective, to_before_noun
from kg.extraction.repair.lists import (
    bare_verbs_in_lists,
    close_open_lists,
    conjunct_forms,
    finite_conjuncts,
    infinitive_conjuncts,
    modal_before_parenthesis,
    modal_conjuncts,
    perfect_lists,
    third_person_conjuncts,
)
from kg.extraction.repair.mainverbs import (
    apposition_taken_for_subject,
    clause_before_its_conjunct,
    clause_of_telling,
    participle_taken_for_main,
    present_tenses_in_lists,
    pursuant,
    subject_before_and,
    subject_before_participle,
    subject_before_relative,
    subject_taken_for_conjunct,
    subject_with_relative,
    subjects_of_auxiliaries,
)
from kg.extraction.repair.relatives import (
    agreeing_antecedent,
    clause_of_whom,
    clause_of_whose,
    participle_for_verb,
    refrain,
    relative_lists,
    relative_of_the_last,
    verb_after_agent,
    verb_after_relative,
    verbs_after_who,
    verbs_without_object_after_who,
)
from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["repair"]


@lru_cache(maxsize=8)
def _known(verbs: frozenset[str]) -> frozenset[str]:
    """The lexicon's verbs and those that only lead to another: "redouble efforts to V"."""
    return verbs | {word for word in words("catenative_noun.verbs") if " " not in word}


def repair(tree: Tree, verbs: frozenset[str]) -> None:
    """Change ``tree`` in place; ``verbs`` are the words that the relation lexicon knows as verbs."""
    known = _known(verbs)
    _words(tree.tokens, known)
    _clauses(tree.tokens, known)
    _lists(tree.tokens, known)
    _phrases(tree.tokens, known)


def _words(tokens: list[Token], verbs: frozenset[str]) -> None:
    """Words taken for another part of speech, which show in their own phrase."""
    acronyms(tokens)
    currencies(tokens)
    subjects_of_auxiliaries(tokens)
    object_of_particle(tokens)
    infinitive_taken_for_auxiliary(tokens)
    noun_in_list_of_nouns(tokens)
    bare_verb_after_help(tokens)
    gerund_before_conjunct(tokens, verbs)
    present_taken_for_subject(tokens, verbs)
    participle_of_the_object(tokens)
    bare_verb_after_without(tokens)
    that_of_a_cleft(tokens)
    verb_after_relative(tokens, verbs)
    verbs_by_frame(tokens, verbs)
    present_tenses_in_lists(tokens, verbs)
    pursuant(tokens)
    verb_after_agent(tokens, verbs)
    participle_for_verb(tokens, verbs)
    refrain(tokens)
    date_before_object(tokens)
    verbs_after_who(tokens, verbs)
    subject_taken_for_compound(tokens)
    to_before_adjective(tokens, verbs)
    to_before_noun(tokens, verbs)
    help_without_to(tokens, verbs)
    infinitive_behind_concerned(tokens)
    gerund_after_with(tokens, verbs)
    into_account(tokens)
    participle_with_agent(tokens, verbs)


def _clauses(tokens: list[Token], verbs: frozenset[str]) -> None:
    """Which verb is the main one, and what its subject is."""
    subject_with_relative(tokens)
    apposition_taken_for_subject(tokens)
    clause_of_telling(tokens)
    task_after_parenthesis(tokens)
    participle_taken_for_main(tokens)
    clause_of_whom(tokens)
    neither_nor(tokens)
    infinitives_of_nouns(tokens)
    gerund_after_accordance(tokens)
    gerund_after_commitment(tokens, verbs)
    subject_before_and(tokens)
    subject_before_participle(tokens)
    clause_before_its_conjunct(tokens)
    clause_of_whose(tokens)
    subject_before_relative(tokens)
    apposition_in_list(tokens)
    cleft(tokens)
    nouns_hung_on_punctuation(tokens)
    names_with_and(tokens)
    two_subjects(tokens)
    plural_verb_before_infinitive(tokens)
    modal_and_verb(tokens, verbs)
    finite_verb(tokens, verbs)
    initial_imperative(tokens, verbs)


def _lists(tokens: list[Token], verbs: frozenset[str]) -> None:
    """What is coordinated with what."""
    bare_verbs_in_lists(tokens, verbs)
    adjective_with_object(tokens)
    being_done(tokens)
    prepositions_in_lists(tokens)
    nouns_hung_on_verbs(tokens)
    adjective_as_object(tokens)
    infinitive_conjuncts(tokens)
    purpose_beside_modal(tokens)
    participle_under_modal(tokens)
    conjunct_forms(tokens)
    finite_conjuncts(tokens)
    perfect_lists(tokens)
    modal_before_parenthesis(tokens)
    modal_conjuncts(tokens)
    third_person_conjuncts(tokens)
    close_open_lists(tokens)
    present_of_noun(tokens)
    bare_verb_behind_adverb(tokens)
    do_after_relative(tokens)
    modal_beside_infinitive(tokens)
    plural_conjunct(tokens)
    participle_behind_noun(tokens)
    subject_taken_for_conjunct(tokens)
    relative_lists(tokens)
    verbs_without_object_after_who(tokens)
    participle_before_noun(tokens)
    gerund_lists(tokens, verbs)
    passive_lists(tokens)


def _phrases(tokens: list[Token], verbs: frozenset[str]) -> None:
    """What the phrases between verbs and nouns hang on, and lemmas."""
    object_after_parenthesis(tokens)
    recipients(tokens)
    agreeing_antecedent(tokens)
    relative_of_the_last(tokens)
    phrases_of_the_object(tokens)
    phrases_of_the_verb(tokens)
    absolute_with(tokens)
    lemmas(tokens, verbs)
