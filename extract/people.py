"""What those whom a trial treats are called."""

from typing import Final

PEOPLE: Final = (
    r"(?:patients|pts|participants|subjects|individuals|people|persons|volunteers|women|men|adults|children|adolescents"
    r"|infants|neonates|boys|girls|males|females|outpatients|survivors)"
)
