"""Stances made up for tests: any posture, any angle a person can reach."""

from hypothesis import strategies as st

from unpinch.body.stance import SIDES, Stance, resolve
from unpinch.body.vocabulary import POSTURES
from unpinch.terms.side import Side

REACH = {
    "lumbar_flexion": (-20, 50), "thorax_flexion": (-20, 40), "neck_flexion": (-50, 50),
    "head_flexion": (-40, 40), "hip_flexion": (-25, 150), "hip_abduction": (-20, 60),
    "knee_flexion": (0, 158), "ankle_plantarflexion": (-20, 85), "shoulder_flexion": (-50, 180),
    "shoulder_abduction": (-20, 80), "elbow_flexion": (0, 150),
}  # fmt: skip
TRUNK = ("lumbar_flexion", "thorax_flexion", "neck_flexion", "head_flexion")
FREE = st.just("free")
PLACES = st.sampled_from(
    ["beside the body", "behind the knee", "behind the thigh", "on the mat", "on the mat ahead"]
)


def angle(name: str) -> st.SearchStrategy[float]:
    low, high = REACH[name]
    return st.floats(low, high, allow_nan=False)


@st.composite
def stances(draw: st.DrawFn, hands: st.SearchStrategy[str] = FREE) -> Stance:
    """Any stance; with free hands unless other places are asked for."""
    angles = {name: draw(angle(name)) for name in TRUNK}
    angles["trunk_incline"] = draw(st.floats(-30, 100))
    posture = draw(st.sampled_from(POSTURES))
    grips = {"moving": draw(hands), "resting": draw(hands)}
    stance = resolve(posture, "leg", Side.RIGHT, angles, grips)
    limbs = {
        f"{side}_{name}": draw(angle(name)) for side in SIDES for name in REACH if name not in TRUNK
    }
    return stance.bent(**limbs)
