"""Mend what the parser gets wrong, by parallel structure, agreement and the verb lexicon.

Each rule is a small function over the tree, with the construction it is for in its docstring. A rule acts only where its
evidence is in the sentence: a list of verbs that is open, a form that does not agree, an auxiliary without its subject.
"""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.repair.adjectives import (
    adjective_as_object,
    complement_before_and,
    noun_behind_its_verb,
    participle_beside_complement,
)
from kg.extraction.repair.agreement import (
    adjective_with_object,
    bare_verb_after_help,
    bare_verb_after_without,
    bare_verb_behind_adverb,
    being_done,
    do_after_relative,
    gerund_before_conjunct,
    infinitive_taken_for_auxiliary,
    modal_before_parenthesis,
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
from kg.extraction.repair.asking import Repair, ask_in_order
from kg.extraction.repair.attachment import (
    absolute_with,
    apposition_in_list,
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
    task_after_parenthesis,
    two_subjects,
)
from kg.extraction.repair.clefts import cleft, that_of_a_cleft
from kg.extraction.repair.coordination import (
    adjective_behind_object,
    bare_noun_after_and,
    list_taken_for_apposition,
    main_verb_of_a_relative,
    object_before_its_verb,
    object_behind_a_phrase,
    object_of_both,
    object_of_the_relative,
    parallel_determiners,
    participle_behind_object,
    recipients,
    set_aside,
    shared_plural,
    verb_and_verb,
    verb_with_preposition,
)
from kg.extraction.repair.dates import clause_of_a_date, date_before_object, participle_of_a_rate
from kg.extraction.repair.forms import (
    acronyms,
    adjective_in_passive,
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
    developing_countries,
    gerund_after_accordance,
    gerund_after_commitment,
    gerund_lists,
    nouns_in_ing,
    participle_before_noun,
    participle_of_a_document,
    passive_lists,
)
from kg.extraction.repair.infinitives import (
    help_without_to,
    infinitive_behind_concerned,
    list_behind_help,
    to_before_adjective,
    to_before_compound,
    to_before_noun,
)
from kg.extraction.repair.lists import (
    bare_verbs_in_lists,
    close_open_lists,
    conjunct_forms,
    finite_conjuncts,
    infinitive_conjuncts,
    modal_conjuncts,
    perfect_lists,
    present_in_a_list,
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
from kg.extraction.repair.modals import verb_behind_parenthesis
from kg.extraction.repair.pasts import past_before_its_object, past_behind_modal, past_taken_for_participle
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
from kg.extraction.tree import Tree
from kg.extraction.words import words

__all__ = ["IN_ORDER", "repair"]


@lru_cache(maxsize=8)
def _known(verbs: frozenset[str]) -> frozenset[str]:
    """The lexicon's verbs and those that only lead to another: "redouble efforts to V"."""
    return verbs | {word for word in words("catenative_noun.verbs") if " " not in word}


IN_ORDER: tuple[Repair, ...] = (
    # Words taken for another part of speech, which show in their own phrase
    acronyms,
    currencies,
    noun_behind_its_verb,
    complement_before_and,
    participle_beside_complement,
    subjects_of_auxiliaries,
    object_of_particle,
    infinitive_taken_for_auxiliary,
    verb_behind_parenthesis,
    developing_countries,
    nouns_in_ing,
    noun_in_list_of_nouns,
    bare_verb_after_help,
    gerund_before_conjunct,
    present_taken_for_subject,
    participle_of_the_object,
    bare_verb_after_without,
    participle_behind_object,
    verb_with_preposition,
    verb_and_verb,
    adjective_behind_object,
    that_of_a_cleft,
    verb_after_relative,
    verbs_by_frame,
    present_tenses_in_lists,
    present_in_a_list,
    past_taken_for_participle,
    past_behind_modal,
    past_before_its_object,
    pursuant,
    verb_after_agent,
    participle_for_verb,
    refrain,
    date_before_object,
    clause_of_a_date,
    participle_of_a_rate,
    verbs_after_who,
    subject_taken_for_compound,
    to_before_adjective,
    to_before_compound,
    to_before_noun,
    help_without_to,
    infinitive_behind_concerned,
    bare_noun_after_and,
    gerund_after_with,
    into_account,
    adjective_in_passive,
    participle_with_agent,
    # Which verb is the main one, and what its subject is
    object_of_the_relative,
    subject_with_relative,
    main_verb_of_a_relative,
    apposition_taken_for_subject,
    clause_of_telling,
    task_after_parenthesis,
    participle_taken_for_main,
    clause_of_whom,
    neither_nor,
    infinitives_of_nouns,
    gerund_after_accordance,
    gerund_after_commitment,
    subject_before_and,
    subject_before_participle,
    clause_before_its_conjunct,
    clause_of_whose,
    subject_before_relative,
    apposition_in_list,
    cleft,
    nouns_hung_on_punctuation,
    names_with_and,
    two_subjects,
    plural_verb_before_infinitive,
    modal_and_verb,
    finite_verb,
    initial_imperative,
    # What is coordinated with what
    bare_verbs_in_lists,
    adjective_with_object,
    list_taken_for_apposition,
    object_behind_a_phrase,
    object_before_its_verb,
    parallel_determiners,
    shared_plural,
    being_done,
    prepositions_in_lists,
    nouns_hung_on_verbs,
    adjective_as_object,
    infinitive_conjuncts,
    purpose_beside_modal,
    participle_under_modal,
    conjunct_forms,
    finite_conjuncts,
    perfect_lists,
    modal_before_parenthesis,
    modal_conjuncts,
    third_person_conjuncts,
    close_open_lists,
    present_of_noun,
    bare_verb_behind_adverb,
    do_after_relative,
    modal_beside_infinitive,
    plural_conjunct,
    participle_behind_noun,
    subject_taken_for_conjunct,
    relative_lists,
    verbs_without_object_after_who,
    participle_before_noun,
    gerund_lists,
    passive_lists,
    set_aside,
    list_behind_help,
    # What the phrases between verbs and nouns hang on, and lemmas
    object_after_parenthesis,
    object_of_both,
    recipients,
    participle_of_a_document,
    agreeing_antecedent,
    relative_of_the_last,
    phrases_of_the_object,
    phrases_of_the_verb,
    absolute_with,
    lemmas,
)


def repair(tree: Tree, verbs: frozenset[str]) -> None:
    """Change ``tree`` in place; ``verbs`` are the words that the relation lexicon knows as verbs."""
    ask_in_order(IN_ORDER, tree.tokens, _known(verbs))
